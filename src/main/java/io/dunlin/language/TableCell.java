package io.dunlin.language;

import io.dunlin.vocabulary.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a cell says, in the words of a condition: those are then read like any other condition. */
final class TableCell {
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|!=|<|>) *+([^<>=!].*)");
    private static final Pattern RANGE = Pattern.compile("([^. ]++|[0-9]++) *+\\.\\. *+([^. ]++)");

    private TableCell() {}

    /** One condition, or two for a range such as {@code 4..12}. */
    static List<String> conditions(TableColumns.Condition column, String cell, Class<? extends Fact> fact) {
        var type = Words.field(fact, column.field()).map(Field::type).orElse(null);
        if (!column.operator().isEmpty()) {
            return List.of(condition(column.field(), column.operator(), cell, type));
        }
        if (type == boolean.class) {
            return List.of(yesOrNo(column.field(), cell));
        }
        var compared = COMPARED.matcher(cell);
        if (compared.matches()) {
            return List.of(condition(column.field(), compared.group(1), compared.group(2), type));
        }
        var range = RANGE.matcher(cell);
        if (range.matches() && type != String.class) {
            return List.of(column.field() + " >= " + range.group(1), column.field() + " <= " + range.group(2));
        }
        return List.of(condition(column.field(), cell.contains(",") ? "in" : "==", cell, type));
    }

    private static String yesOrNo(String field, String cell) {
        return switch (cell.toLowerCase(java.util.Locale.ROOT)) {
            case "yes", "true" -> field;
            case "no", "false" -> "!" + field;
            default -> field + " == " + cell;
        };
    }

    private static String condition(String field, String operator, String cell, Class<?> type) {
        if (!operator.endsWith("in")) {
            return field + " " + operator + " " + value(cell, type);
        }
        var values = Arrays.stream(cell.split(",", -1)).map(value -> value(value.strip(), type));
        return field + " " + operator + " ( " + values.collect(Collectors.joining(", ")) + " )";
    }

    /** Texts need no quotes in a table; one that has some keeps them. */
    private static String value(String cell, Class<?> type) {
        return type != String.class || cell.startsWith("\"") || cell.equals("null") ? cell : '"' + cell + '"';
    }
}
