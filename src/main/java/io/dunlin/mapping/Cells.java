package io.dunlin.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of the row at hand, each read as what it should be; what cannot be read so is noted and becomes null. */
final class Cells {
    static final int LONGEST_ID = 200;
    static final int LONGEST_TEXT = 4000;
    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** What a file with types says of its own accord. */
    private static final Amounts TYPED = new Amounts(Format.PLAIN);

    private final Map<String, Cell> cells = new HashMap<>();
    private final Amounts amounts;
    private final List<Reject> rejects = new ArrayList<>();
    private FileRow row;
    private long number;

    Cells(Mapping mapping, Header header) {
        this.amounts = new Amounts(mapping.format());
        var shared = new Dates(mapping.format().dates());
        mapping.fields()
                .forEach((field, source) -> cells.put(field, new Cell(source, header, mapping.format(), shared)));
    }

    void load(FileRow record, long rowNumber) {
        row = record;
        number = rowNumber;
        rejects.clear();
    }

    List<Reject> rejects() {
        return rejects;
    }

    void reject(String field, String reason) {
        var cell = cells.get(field);
        add(new Reject(
                row.line(), cell == null ? field : cell.name(field), cell == null ? null : cell.raw(row), reason));
    }

    /** A cell that several fields are read from is told once. */
    private void add(Reject reject) {
        if (!rejects.contains(reject)) {
            rejects.add(reject);
        }
    }

    String text(String field) {
        var cell = cells.get(field);
        var text = cell == null ? null : cell.text(row, number);
        if (text != null && text.length() > LONGEST_TEXT) {
            reject(field, "is longer than " + LONGEST_TEXT + " characters");
            return null;
        }
        return text;
    }

    /** A number or name that other records refer to. */
    String id(String field) {
        var id = needed(field, text(field));
        if (id != null) {
            check(field, id);
        }
        return id;
    }

    String optionalId(String field) {
        return text(field) == null ? null : id(field);
    }

    private void check(String field, String id) {
        if (id.length() > LONGEST_ID) {
            reject(field, "is longer than " + LONGEST_ID + " characters, too long for a number");
        } else if (hasControl(id)) {
            reject(field, "contains a control character");
        }
    }

    private static boolean hasControl(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    LocalDate date(String field) {
        var cell = cells.get(field);
        var text = cell == null ? null : cell.text(row, number);
        if (text == null) {
            return null;
        }
        try {
            var date = cell.dates().parse(text);
            return cell.addsDays() ? later(cell, date) : date;
        } catch (NotUnderstood e) {
            reject(field, e.getMessage());
            return null;
        }
    }

    private LocalDate later(Cell cell, LocalDate date) {
        var days = cell.days(row);
        if (days == null) {
            return null;
        }
        if (!days.matches("[+-]?\\d{1,5}")) {
            add(new Reject(row.line(), cell.daysName(), days, "is not a whole number of days"));
            return null;
        }
        return date.plusDays(Integer.parseInt(days));
    }

    LocalDate needDate(String field) {
        return needed(field, date(field));
    }

    String currency(String field) {
        var code = text(field);
        if (code == null) {
            reject(field, "is missing");
        } else if (!Amounts.isCurrency(code)) {
            reject(field, "is not a currency; ISO 4217 codes such as EUR are");
            return null;
        }
        return code;
    }

    /** An amount of a currency that may itself not have been understood. */
    BigDecimal amount(String field, String currency) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        try {
            var amount = (cells.get(field).isTyped() ? TYPED : amounts).parse(text);
            return currency == null ? amount : Amounts.in(currency, amount);
        } catch (NotUnderstood e) {
            reject(field, e.getMessage());
            return null;
        }
    }

    /** Above zero; {@code instead} says where amounts below belong. */
    BigDecimal positive(String field, String currency, String instead) {
        var amount = amount(field, currency);
        if (amount != null && amount.signum() <= 0) {
            reject(field, "must be above zero" + instead);
        }
        return amount;
    }

    <T> T needed(String field, T value) {
        if (value == null
                && rejects.stream().noneMatch(reject -> reject.column().equals(nameOf(field)))) {
            reject(field, "is missing");
        }
        return value;
    }

    private String nameOf(String field) {
        return cells.containsKey(field) ? cells.get(field).name(field) : field;
    }

    String country(String field) {
        var code = text(field);
        if (code == null) {
            reject(field, "is missing");
        } else if (!COUNTRIES.contains(code)) {
            reject(field, "is not a country; ISO 3166 codes of two letters such as DE are");
        }
        return code;
    }

    boolean yes(String field) {
        return Boolean.TRUE.equals(yesOrNo(field));
    }

    Boolean yesOrNo(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            reject(field, "is neither yes nor no");
        }
        return YES.contains(word);
    }

    <E extends Enum<E>> E word(String field, Class<E> words) {
        return word(field, text(field), words);
    }

    <E extends Enum<E>> E word(String field, String text, Class<E> words) {
        if (text == null) {
            return null;
        }
        for (var word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        reject(
                field,
                "is none of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
        return null;
    }

    /** What stands between vertical bars. */
    List<String> list(String field) {
        var text = text(field);
        return text == null ? List.of() : List.of(text.split("\\|"));
    }

    Amounts amounts() {
        return amounts;
    }
}
