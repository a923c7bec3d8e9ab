package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Guess;
import io.dunlin.vocabulary.Invoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the columns of a table are for.
 *
 * @param named where each of the fixed columns stands, from 0
 */
record TableColumns(Map<String, Integer> named, List<Condition> conditions, int count) {
    static final String RULE = "rule";
    static final String EXAMPLE = "rule,title,owner,collectable >=,daysOverdue,action,level,reason";

    private static final List<String> NEEDED = List.of(RULE, "title", "owner", "action", "reason");
    private static final List<String> FIXED =
            List.of(RULE, "title", "owner", "source", "fact", "action", "level", "reason");
    private static final Pattern CONDITION =
            Pattern.compile("([A-Za-z][A-Za-z.]{0,80}) {0,3}(==|!=|<=|>=|<|>|in|not in|contains|not contains)?");

    /**
     * A column whose cells limit when a rule fires.
     *
     * @param operator empty where each cell brings its own
     * @param index from 0
     */
    record Condition(String field, String operator, int index) {}

    /** The columns; null, with findings, where the first row does not say. */
    static TableColumns of(String file, List<String> header, Findings findings) {
        var named = new HashMap<String, Integer>();
        var conditions = new ArrayList<Condition>();
        boolean good = true;
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i).strip();
            var condition = FIXED.contains(name) ? null : condition(name, i);
            if (name.isEmpty() ? !isLast(header, i) : condition == null && !FIXED.contains(name)) {
                good = refuse(
                        findings, file, i, Code.UNKNOWN_FIELD, "`" + shortened(name) + "` is no column", hint(name));
            } else if (condition != null) {
                conditions.add(condition);
            } else if (!name.isEmpty() && named.put(name, i) != null) {
                good = refuse(
                        findings, file, i, Code.FORBIDDEN, "the column `" + name + "` stands there twice", "keep one");
            }
        }
        for (var needed : NEEDED) {
            if (!named.containsKey(needed)) {
                var message = "the column `" + needed + "` is missing";
                good = refuse(findings, file, 0, Code.SYNTAX, message, "such as " + EXAMPLE);
            }
        }
        return good ? new TableColumns(named, List.copyOf(conditions), header.size()) : null;
    }

    private static Condition condition(String name, int index) {
        var matcher = CONDITION.matcher(name);
        if (!matcher.matches() || !isField(matcher.group(1))) {
            return null;
        }
        return new Condition(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2), index);
    }

    private static boolean isField(String path) {
        return Words.field(Invoice.class, path).isPresent()
                || Words.field(Customer.class, path).isPresent();
    }

    private static boolean isLast(List<String> header, int index) {
        return header.subList(index, header.size()).stream().allMatch(String::isBlank);
    }

    private static String hint(String name) {
        var words = Stream.concat(
                        FIXED.stream(),
                        Stream.of(Invoice.class, Customer.class).flatMap(fact -> Words.fields(fact).keySet().stream()))
                .toList();
        return Guess.nearest(name.split(" ")[0], words)
                .map(word -> "did you mean `" + word + "`?")
                .orElse("a field and an operator, such as `daysOverdue >=`, or one of " + String.join(", ", FIXED));
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static boolean refuse(Findings findings, String file, int index, Code code, String message, String hint) {
        findings.error(code, file, 1, index + 1, null, message, hint);
        return false;
    }
}
