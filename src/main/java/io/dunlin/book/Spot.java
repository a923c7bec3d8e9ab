package io.dunlin.book;

import io.dunlin.book.AccountCheck.Finding;
import io.dunlin.vocabulary.Era;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One record under check: where it is, what a clerk calls it, and the checks of single values. */
record Spot(List<Finding> findings, String pointer, String label) {
    private static final int LONGEST_ID = 100;
    private static final int MOST_INTEGER_DIGITS = 15;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    /** Gold, test codes and the like have no minor unit and are not money to us. */
    private static final Map<String, Integer> DECIMALS = Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    void say(String field, String sentence) {
        findings.add(new Finding(field.isEmpty() ? pointer : pointer + "/" + field, label + ": " + sentence + "."));
    }

    void id(String field, String id) {
        if (id == null || id.isBlank()) {
            say(field, "`" + field + "` is missing; give it");
        } else {
            text(field, id, LONGEST_ID);
            if (id.indexOf('\n') >= 0 || id.indexOf('\r') >= 0 || id.indexOf('\t') >= 0) {
                say(field, "the id has a line break or tab in it; remove it");
            }
            if (id.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
                say(field, "the id has a character in it that nobody sees; remove it");
            }
            // Every id that was damaged becomes the same one, for different customers.
            if (id.indexOf('\uFFFD') >= 0) {
                say(field, "the id was damaged on its way (\uFFFD); send it as UTF-8");
            }
        }
    }

    /** Pairs of field name and value. */
    void texts(int longest, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            text(fields[i], fields[i + 1], longest);
        }
    }

    private void text(String field, String value, int longest) {
        if (value == null) {
            return;
        }
        int signs = value.length() > longest ? value.codePointCount(0, value.length()) : 0;
        if (signs > longest) {
            say(field, "the text has " + signs + " characters; at most " + longest + " are kept, shorten it");
        }
        if (isUnprintable(value)) {
            say(field, "the text has a character in it that cannot be printed; remove it");
        }
    }

    /** Every text of every row of a portfolio comes here; a stream of its letters costs ten times as much. */
    private static boolean isUnprintable(String value) {
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            if (unprintable(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean unprintable(int c) {
        var half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return half || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    void needed(String field, LocalDate day) {
        if (day == null) {
            say(field, "the date is missing; give it as year-month-day");
        }
        day(field, day);
    }

    void day(String field, LocalDate day) {
        if (day != null && !Era.has(day)) {
            say(field, "the date " + day + " lies before 1970 or after 2200; correct it");
        }
    }

    void notBefore(String field, LocalDate day, String otherField, LocalDate other) {
        if (day != null && other != null && day.isBefore(other)) {
            say(field, "the date " + day + " is before " + otherField + " (" + other + "); correct one of them");
        }
    }

    void currency(String field, String currency) {
        if (currency == null) {
            say(field, "the currency is missing; give its ISO 4217 code, for example EUR");
        } else if (!DECIMALS.containsKey(currency)) {
            say(field, "`" + clip(currency) + "` is not a currency; give its ISO 4217 code, for example EUR");
        }
    }

    void money(String field, BigDecimal amount, String currency) {
        if (amount == null) {
            say(field, "the amount is missing; give it");
            return;
        }
        if (amount.signum() <= 0) {
            say(field, "the amount must be above zero; book the opposite as its own record (a credit, a reversal)");
        }
        size(field, amount, currency);
    }

    void moneyIfAny(String field, BigDecimal amount, String currency) {
        if (amount != null) {
            money(field, amount, currency);
        }
    }

    void notNegative(String field, BigDecimal amount, String currency) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            say(field, "the amount must not be negative");
        }
        size(field, amount, currency);
    }

    /** Looks at precision and scale only: writing 1e999999999 out in full would take all memory. */
    private void size(String field, BigDecimal amount, String currency) {
        var plain = amount.stripTrailingZeros();
        if ((long) plain.precision() - plain.scale() > MOST_INTEGER_DIGITS) {
            say(field, "the amount has more than " + MOST_INTEGER_DIGITS + " digits before the point; correct it");
        }
        var decimals = currency == null ? null : DECIMALS.get(currency);
        if (decimals != null && plain.scale() > decimals) {
            say(field, currency + " has " + decimals + " decimals and the amount has more; round it");
        }
    }

    void country(String field, String country) {
        if (country == null) {
            say(field, "the country is missing; give its ISO 3166 code, for example DE");
        } else if (!COUNTRIES.contains(country)) {
            say(
                    field,
                    "`" + clip(country) + "` is not a country; give its ISO 3166 code of two capitals, for example DE");
        }
    }

    void zone(String field, String zone) {
        if (zone != null && !ZONES.contains(zone)) {
            say(field, "`" + clip(zone) + "` is not a time zone; give its IANA name, for example Europe/Berlin");
        }
    }

    void language(String field, String tag) {
        if (tag == null) {
            return;
        }
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            say(field, "`" + clip(tag) + "` is not a language tag (BCP 47); give for example de or pt-BR");
        }
    }

    private static String clip(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
