package io.dunlin.mapping;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Dates by pattern, strictly: 31 April is no date. */
final class Dates {
    /** Beyond this a year is a slip of the keyboard. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final int REMEMBERED = 10_000;

    private final List<String> patterns;
    private final List<DateTimeFormatter> formatters;
    /** The same few thousand days stand in every row; remembering them is ten times faster than parsing. */
    private final Map<String, LocalDate> seen = new HashMap<>();

    Dates(List<String> patterns) {
        this.patterns = patterns;
        this.formatters = patterns.stream().map(Dates::formatter).toList();
    }

    /** Month names are English; {@code y} means what people think it means, not the year of an era. */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @throws NotUnderstood in words */
    LocalDate parse(String text) throws NotUnderstood {
        var known = seen.get(text);
        if (known != null) {
            return known;
        }
        for (var formatter : formatters) {
            try {
                return remember(text, LocalDate.parse(text, formatter));
            } catch (DateTimeParseException e) {
                // the next pattern may fit
            }
        }
        throw new NotUnderstood("is not a date written as " + String.join(" or ", patterns));
    }

    private LocalDate remember(String text, LocalDate date) throws NotUnderstood {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new NotUnderstood("is a date outside the years 1900 to 2199");
        }
        if (seen.size() < REMEMBERED) {
            seen.put(text, date);
        }
        return date;
    }
}
