package io.dunlin.language;

import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A reason sentence with {@code {placeholders}}, filled from the fact only when somebody reads it. */
public final class Template implements Rule.Sentence {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final String source;
    private final List<Function<Fact, String>> parts;

    private Template(String source, List<Function<Fact, String>> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    /** The names between braces, to be checked before {@link #of}. */
    public static List<String> names(String source) {
        return PLACEHOLDER.matcher(source).results().map(m -> m.group(1)).toList();
    }

    static Template of(String source, Class<? extends Fact> fact, Manifest manifest) {
        var parts = new ArrayList<Function<Fact, String>>();
        var matcher = PLACEHOLDER.matcher(source);
        int from = 0;
        while (matcher.find()) {
            var before = source.substring(from, matcher.start());
            parts.add(f -> before);
            parts.add(part(matcher.group(1), fact, manifest));
            from = matcher.end();
        }
        var rest = source.substring(from);
        parts.add(f -> rest);
        return new Template(source, parts);
    }

    private static Function<Fact, String> part(String name, Class<? extends Fact> fact, Manifest manifest) {
        var parameter = manifest.parameters().get(name);
        if (parameter != null) {
            var text = parameter.currency() == null
                    ? parameter.value().toPlainString()
                    : money(parameter.value(), parameter.currency());
            return f -> text;
        }
        var field = Words.field(fact, name).orElseThrow();
        return f -> show(field, f);
    }

    private static String show(Field field, Fact fact) {
        var value = field.read(fact);
        if (value == null) {
            return "none";
        }
        return field.unit() == Unit.MONEY ? money((BigDecimal) value, fact.currency()) : value.toString();
    }

    /** {@code 1,234.50 EUR}, with the currency's own number of decimals. Every decision writes many of them. */
    public static String money(BigDecimal amount, String currency) {
        var decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        var text = new StringBuilder(20)
                .append(amount.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
        int first = text.charAt(0) == '-' ? 1 : 0;
        int point = decimals == 0 ? text.length() : text.length() - decimals - 1;
        for (int at = point - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.append(' ').append(currency).toString();
    }

    @Override
    public String fill(Fact fact) {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.apply(fact)));
        return text.toString();
    }

    public String source() {
        return source;
    }
}
