package io.dunlin.language;

import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Unit;
import java.util.function.Function;

/**
 * Something a rule can read from a fact, possibly through another fact ({@code customer.insolvent}).
 *
 * @param type what it yields: int, BigDecimal, LocalDate, boolean, String, an enum, or a Set of an enum
 * @param element for a set, the enum in it
 */
public record Field(
        String name, Class<?> type, Class<?> element, Unit unit, String meaning, Function<Object, Object> reader) {

    /** The value, null where it is missing. */
    public Object read(Fact fact) {
        return reader.apply(fact);
    }

    Field under(Field owner) {
        return new Field(owner.name + "." + name, type, element, unit, meaning, fact -> {
            var inner = owner.reader.apply(fact);
            return inner == null ? null : reader.apply(inner);
        });
    }

    public boolean isSet() {
        return element != null;
    }

    public boolean isNumber() {
        return type == int.class || type == Integer.class;
    }
}
