package io.dunlin.language;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Guess;
import io.dunlin.vocabulary.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads {@code strategy.yaml}; every finding goes to the list, none stops the reading. */
final class ManifestReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> SECTIONS =
            Set.of("name", "purpose", "currency", "ladder", "parameters", "holds", "budget", "accepted");
    private static final Map<String, Unit> UNITS =
            Map.of("days", Unit.DAYS, "working days", Unit.WORKING_DAYS, "percent", Unit.PERCENT, "count", Unit.COUNT);

    private static final Set<String> RESERVED = Set.of("true", "false", "null", "in", "not", "contains");

    private static final String ACCEPTANCE = "such as { code: NEVER_WINS, rule: C21, reason: \"why\" }";
    private static final BigDecimal MOST = new BigDecimal("1000000");

    private final StrategyFiles files;
    private final Findings findings;
    private final Marks marks;

    ManifestReader(StrategyFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.marks = Marks.of(files.files().get(StrategyFiles.MANIFEST));
    }

    Manifest read() {
        var root = parse();
        root.fieldNames().forEachRemaining(section -> {
            if (!SECTIONS.contains(section)) {
                say(section, "unknown section `" + section + "`", "one of " + sorted(SECTIONS));
            }
        });
        for (var block : List.of("parameters", "holds", "budget")) {
            if (!isBlock(root.path(block))) {
                say(block, "`" + block + "` is no block of names and values", "see rules/README.md");
            }
        }
        var name = root.path("name").asText("");
        if (!name.equals(files.name())) {
            say("name", "`name` is `" + name + "` but the folder is `" + files.name() + "`", "name: " + files.name());
        }
        if (root.path("purpose").asText("").isBlank()) {
            say("purpose", "`purpose` is missing", "say in one line whom the strategy is for");
        }
        var currency = root.path("currency").asText("EUR");
        if (!isCurrency(currency)) {
            say("currency", "`currency` `" + currency + "` is not an ISO 4217 code", "such as EUR");
        }
        return new Manifest(
                name,
                root.path("purpose").asText(""),
                currency,
                ladder(root.path("ladder")),
                parameters(root.path("parameters")),
                holds(root.path("holds")),
                budget(root.path("budget")),
                accepted(root.path("accepted")));
    }

    private static boolean isBlock(JsonNode node) {
        return node.isObject() || node.isMissingNode() || node.isNull();
    }

    private JsonNode parse() {
        var text = files.files().get(StrategyFiles.MANIFEST);
        if (text == null) {
            say(
                    "",
                    "the strategy has no " + StrategyFiles.MANIFEST,
                    "add one with name, purpose, ladder and parameters");
            return YAML.createObjectNode();
        }
        try {
            var root = YAML.readTree(text);
            if (root.isObject()) {
                return root;
            }
            say("", "is not a YAML mapping", "start with `name:`");
        } catch (JacksonException e) {
            var at = e.getLocation();
            findings.error(
                    Code.SYNTAX,
                    StrategyFiles.MANIFEST,
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    null,
                    e.getOriginalMessage().lines().findFirst().orElse("not YAML"),
                    null);
        }
        return YAML.createObjectNode();
    }

    private Map<Action, Integer> ladder(JsonNode node) {
        var ladder = new EnumMap<Action, Integer>(Action.class);
        var rank = 0;
        for (var step : node) {
            var at = "ladder/" + rank;
            var position = rank++;
            for (var word : step.isArray() ? step : List.of(step)) {
                action(at, word.asText()).ifPresent(action -> {
                    if (ladder.put(action, position) != null) {
                        say(at, "`ladder` names " + action + " twice", "keep one");
                    }
                });
            }
        }
        return ladder;
    }

    private java.util.Optional<Action> action(String at, String word) {
        try {
            return java.util.Optional.of(Action.valueOf(word));
        } catch (IllegalArgumentException e) {
            var known = Arrays.stream(Action.values()).map(Action::name).toList();
            say(Code.UNKNOWN_ACTION, at, "unknown action `" + word + "`", Guess.question(word, known));
            return java.util.Optional.empty();
        }
    }

    private Map<String, Parameter> parameters(JsonNode node) {
        var parameters = new LinkedHashMap<String, Parameter>();
        node.properties().forEach(entry -> parameters.put(entry.getKey(), parameter(entry.getKey(), entry.getValue())));
        return parameters;
    }

    private Parameter parameter(String name, JsonNode node) {
        var at = "parameters/" + name;
        var unitText = node.path("unit").asText("");
        var unit = isCurrency(unitText) ? Unit.MONEY : UNITS.get(unitText);
        var value = decimal(node.path("value"));
        if (!name.matches("[a-z][A-Za-z0-9]*")) {
            say(at, "parameter `" + name + "` is not a plain name", "letters and digits, starting small");
        } else if (isTaken(name)) {
            say(at, "parameter `" + name + "` has the name of a word of the vocabulary", "call it otherwise");
        } else if (unit == null) {
            var said = unitText.isEmpty() ? "no unit" : "no known unit: `" + unitText + "`";
            say(
                    Code.MISSING_UNIT,
                    at,
                    "parameter `" + name + "` has " + said,
                    "days, working days, percent, count or a currency such as EUR");
        } else if (value != null && isBeyondReason(value)) {
            say(at, "parameter `" + name + "` is out of range", "at most 12 digits before the point and 6 after it");
        } else if (value != null && unit != Unit.MONEY && value.abs().compareTo(MOST) > 0) {
            say(at, "parameter `" + name + "` is out of range", "at most " + MOST);
        } else if (value == null
                || (unit != Unit.MONEY && value.stripTrailingZeros().scale() > 0)) {
            say(
                    at,
                    "parameter `" + name + "` needs a " + (unit == Unit.MONEY ? "number" : "whole number")
                            + " as `value`",
                    null);
        } else if (node.path("meaning").asText("").isBlank()) {
            say(at, "parameter `" + name + "` has no `meaning`", "say what the number decides");
        } else {
            var currency = unit == Unit.MONEY ? unitText : null;
            return new Parameter(
                    name, value, unit, currency, node.path("meaning").asText());
        }
        // Known all the same: the rules that use it are not to blame.
        return new Parameter(name, BigDecimal.ZERO, null, null, "");
    }

    /** Whoever reads a rule or a reason could not tell which of the two is meant. */
    private static boolean isTaken(String name) {
        return RESERVED.contains(name)
                || Words.facts().stream().anyMatch(fact -> Words.fact(fact)
                        .filter(type -> Words.fields(type).containsKey(name))
                        .isPresent());
    }

    private HoldNumbers holds(JsonNode node) {
        var d = HoldNumbers.DEFAULTS;
        var numbers = new TreeMap<String, Integer>();
        var reaction = new EnumMap<Action, Integer>(Action.class);
        node.properties().forEach(entry -> {
            if (entry.getKey().equals("reactionDays")) {
                entry.getValue().properties().forEach(e -> action("holds/reactionDays/" + e.getKey(), e.getKey())
                        .ifPresent(action -> reaction.put(action, whole("reactionDays/" + e.getKey(), e.getValue()))));
            } else {
                numbers.put(entry.getKey(), whole(entry.getKey(), entry.getValue()));
            }
        });
        var holds = new HoldNumbers(
                take(numbers, "graceDays", d.graceDays()),
                take(numbers, "promiseToleranceDays", d.promiseToleranceDays()),
                take(numbers, "transitDays", d.transitDays()),
                take(numbers, "planToleranceDays", d.planToleranceDays()),
                take(numbers, "quietDays", d.quietDays()),
                take(numbers, "contactsPer7Days", d.contactsPer7Days()),
                take(numbers, "contactsPer30Days", d.contactsPer30Days()),
                take(numbers, "quietDaysInGroup", d.quietDaysInGroup()),
                take(numbers, "contactsPer7DaysInGroup", d.contactsPer7DaysInGroup()),
                take(numbers, "habitualLatePercent", d.habitualLatePercent()),
                take(numbers, "habitualLateDays", d.habitualLateDays()),
                take(numbers, "habitualMinimumInvoices", d.habitualMinimumInvoices()),
                Map.copyOf(reaction));
        numbers.keySet()
                .forEach(name -> say("holds/" + name, "`holds` knows no `" + name + "`", "see rules/README.md"));
        return holds;
    }

    private Budget budget(JsonNode node) {
        var changed = Budget.DEFAULT.changedCustomers();
        var severe = Budget.DEFAULT.newSevereActions();
        for (var entry : node.properties()) {
            var number = decimal(entry.getValue());
            switch (entry.getKey()) {
                case "changedCustomers" -> changed = isPercent(number) ? number : refuse(changed);
                case "newSevereActions" ->
                    severe = entry.getValue().isInt() && entry.getValue().asInt() >= 0
                            ? entry.getValue().asInt()
                            : refuse(severe);
                default ->
                    say(
                            "budget/" + entry.getKey(),
                            "`budget` knows no `" + entry.getKey() + "`",
                            "changedCustomers, newSevereActions");
            }
        }
        return new Budget(changed, severe);
    }

    private static boolean isPercent(BigDecimal number) {
        return number != null && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(100)) <= 0;
    }

    private <T> T refuse(T otherwise) {
        say(
                "budget",
                "`budget` needs a percentage as `changedCustomers` and a whole number as `newSevereActions`",
                null);
        return otherwise;
    }

    private static int take(Map<String, Integer> numbers, String name, int otherwise) {
        var value = numbers.remove(name);
        return value == null ? otherwise : value;
    }

    private int whole(String name, JsonNode node) {
        if (!node.isInt() || node.asInt() < 0 || node.asInt() > 3650) {
            say("holds/" + name, "`holds." + name.replace('/', '.') + "` must be a whole number from 0 to 3650", null);
            return 0;
        }
        return node.asInt();
    }

    /** Told from the exponent alone: writing 1e999999999 out would fill the memory. */
    private static boolean isBeyondReason(BigDecimal value) {
        return value.signum() != 0 && ((long) value.precision() - value.scale() > 12 || value.scale() > 6);
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code));
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private List<Acceptance> accepted(JsonNode node) {
        var accepted = new ArrayList<Acceptance>();
        for (int i = 0; i < node.size(); i++) {
            acceptance("accepted/" + i, node.path(i)).ifPresent(accepted::add);
        }
        if (!node.isMissingNode() && !node.isArray()) {
            say("accepted", "`accepted` is not a list", ACCEPTANCE);
        }
        return List.copyOf(accepted);
    }

    private java.util.Optional<Acceptance> acceptance(String at, JsonNode node) {
        var word = node.path("code").asText("");
        var codes = Arrays.stream(Code.values()).map(Code::name).toList();
        if (!codes.contains(word)) {
            var hint = Guess.question(word, codes);
            say(at, "`accepted` names no known warning: `" + word + "`", hint == null ? ACCEPTANCE : hint);
        } else if (node.path("reason").asText("").isBlank()) {
            say(at, "the acceptance of " + word + " has no `reason`", "say why it is right as it is");
        } else if (node.has("when") && !word.equals(Code.UNCOVERED.name())) {
            say(at, "`when` means something with UNCOVERED only", ACCEPTANCE);
        } else if (!Set.of("code", "rule", "when", "reason").containsAll(names(node))) {
            say(at, "the acceptance of " + word + " says too much", ACCEPTANCE);
        } else {
            var mark = marks.at(at);
            return java.util.Optional.of(new Acceptance(
                    Code.valueOf(word),
                    node.path("rule").asText(null),
                    node.path("when").asText(null),
                    null,
                    node.path("reason").asText(),
                    mark.line(),
                    mark.column()));
        }
        return java.util.Optional.empty();
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void say(String at, String message, String hint) {
        say(Code.MANIFEST, at, message, hint);
    }

    private void say(Code code, String at, String message, String hint) {
        var mark = marks.at(at);
        findings.error(code, StrategyFiles.MANIFEST, mark.line(), mark.column(), null, message, hint);
    }
}
