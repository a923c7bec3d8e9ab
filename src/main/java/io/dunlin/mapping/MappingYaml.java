package io.dunlin.mapping;

import io.dunlin.mapping.MappingException.Finding;
import io.dunlin.vocabulary.Rates;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a mapping file to the end and only then says everything that is wrong with it. */
final class MappingYaml {
    private static final List<String> TOP =
            List.of("name", "asOf", "rates", "sizeClasses", "inOrder", "read", "files", "kind", "fields");
    private static final int MOST_DECIMALS = 20;
    private static final List<String> SECTION = List.of("name", "kind", "read", "fields");

    private final List<Finding> findings = new ArrayList<>();

    static Folder parse(String yaml) throws MappingException {
        var reading = new MappingYaml();
        var folder = reading.folder(new YamlBlock(reading.findings, compose(yaml), "the mapping"));
        if (!reading.findings.isEmpty()) {
            throw new MappingException(reading.findings);
        }
        return folder;
    }

    private static Node compose(String yaml) throws MappingException {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(0);
            var root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                throw new MappingException("the mapping is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new MappingException(List.of(new Finding(line, "not well-formed YAML: " + e.getProblem())));
        } catch (YAMLException e) {
            throw new MappingException("not well-formed YAML: " + e.getMessage());
        }
    }

    private Folder folder(YamlBlock top) {
        top.allow(TOP);
        var name = top.text("name", "unnamed");
        var format = format(top.block("read"), Format.PLAIN);
        var asOf = asOf(top);
        var rates = rates(top.block("rates"));
        var files = new LinkedHashMap<String, Mapping>();
        if (top.has("files")) {
            top.forbid("kind", "fields");
            var sections = top.block("files");
            for (var file : sections.keys()) {
                var section = sections.block(file);
                section.allow(SECTION);
                files.put(
                        file,
                        mapping(
                                section,
                                section.text("name", name),
                                format(section.block("read"), format),
                                asOf,
                                rates));
            }
        } else {
            files.put(Folder.ANY, mapping(top, name, format, asOf, rates));
        }
        return new Folder(name, asOf, rates, SizeLimits.of(top), top.yes("inOrder", false), files);
    }

    private Mapping mapping(YamlBlock section, String name, Format format, LocalDate asOf, Rates rates) {
        var kind = kind(section);
        var fields = new LinkedHashMap<String, Source>();
        if (kind != null) {
            var block = section.block("fields");
            block.allow(kind.fields());
            for (var field : block.keys()) {
                if (kind.fields().contains(field)) {
                    fields.put(field, source(block, field));
                }
            }
            for (var missing : kind.required()) {
                if (!fields.containsKey(missing)) {
                    section.complain("the field `" + missing + "` of " + kind.word() + " is not mapped");
                }
            }
            dependencies(section, kind, fields);
        }
        return new Mapping(name, kind, format, fields, asOf, rates);
    }

    private static void dependencies(YamlBlock section, Kind kind, Map<String, Source> fields) {
        if (fields.containsKey("settledAmount") && !fields.containsKey("settledOn")) {
            section.complain("`settledAmount` needs `settledOn`: money without a day cannot be booked");
        }
        var rides = fields.keySet().stream().anyMatch(field -> field.startsWith(Kind.CUSTOMER));
        if (kind == Kind.INVOICES && rides && !fields.containsKey(Kind.CUSTOMER + "country")) {
            section.complain("a customer needs `customer.country`");
        }
    }

    private static Kind kind(YamlBlock section) {
        var word = section.text("kind", null);
        for (var kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        var kinds = java.util.Arrays.stream(Kind.values()).map(Kind::word).toList();
        section.complain(
                word == null
                        ? "`kind` is missing; it is one of " + String.join(", ", kinds)
                        : "`" + word + "` is not a kind of file" + DidYouMean.hint(word, kinds));
        return null;
    }

    private Source source(YamlBlock fields, String field) {
        if (fields.isText(field)) {
            return Source.column(fields.text(field, ""));
        }
        var block = fields.block(field);
        block.allow(List.of("column", "text", "value", "plusDays", "values", "default", "dates", "optional"));
        var given =
                List.of("column", "text", "value").stream().filter(block::has).count();
        if (given != 1) {
            block.complain("`" + field + "` needs exactly one of `column`, `text` and `value`");
        }
        var dates = patterns(block, List.of());
        return new Source(
                block.text("column", null),
                block.text("text", null),
                block.text("value", null),
                block.text("plusDays", null),
                block.block("values").texts(),
                block.text("default", null),
                dates,
                block.yes("optional", false));
    }

    private Format format(YamlBlock read, Format base) {
        read.allow(List.of("delimiter", "decimal", "thousands", "dates", "trim"));
        var delimiter = read.text("delimiter", base.delimiter());
        if (delimiter.isEmpty() || delimiter.contains("\"") || delimiter.contains("\n")) {
            read.complain("`delimiter` must be at least one character, and neither a quote nor a line end");
        }
        var decimal = read.text("decimal", base.decimal());
        var thousands = read.text("thousands", base.thousands());
        if (decimal.length() != 1 || thousands.length() > 1 || decimal.equals(thousands)) {
            read.complain("`decimal` must be one character, `thousands` none or another one");
        }
        return new Format(delimiter, decimal, thousands, patterns(read, base.dates()), read.yes("trim", base.trim()));
    }

    private static List<String> patterns(YamlBlock block, List<String> otherwise) {
        var patterns = block.list("dates", otherwise);
        for (var pattern : patterns) {
            try {
                Dates.formatter(pattern);
            } catch (IllegalArgumentException e) {
                block.complain("`" + pattern + "` is not a date pattern: " + e.getMessage());
            }
        }
        return patterns;
    }

    private static LocalDate asOf(YamlBlock top) {
        var text = top.text("asOf", null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            top.complain("`asOf` must be a date such as 2026-06-30, not `" + text + "`");
            return null;
        }
    }

    private static Rates rates(YamlBlock block) {
        var rates = new TreeMap<String, BigDecimal>();
        block.texts().forEach((currency, rate) -> {
            try {
                var value = new BigDecimal(rate);
                if (value.signum() <= 0
                        || Math.abs(value.scale()) > MOST_DECIMALS
                        || !Amounts.isCurrency(currency.toUpperCase(Locale.ROOT))) {
                    throw new NumberFormatException();
                }
                rates.put(currency, value);
            } catch (NumberFormatException e) {
                block.complain("`rates` must give a number above zero for an ISO 4217 code, not `" + currency + ": "
                        + rate + "`");
            }
        });
        return rates.isEmpty() ? Rates.NONE : new Rates(rates);
    }
}
