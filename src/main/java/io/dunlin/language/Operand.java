package io.dunlin.language;

import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right side of a comparison. */
public sealed interface Operand {
    /** What it stands for, for this fact: a threshold in the fact's currency, another field's value. Null is missing. */
    Object value(Fact fact);

    /** How it reads with its value filled in. */
    String describe();

    /** A number, word, date or null as written. */
    record Literal(Object value) implements Operand {
        @Override
        public Object value(Fact fact) {
            return value;
        }

        @Override
        public String describe() {
            return String.valueOf(value);
        }
    }

    /** A parameter by its name. */
    final class Named implements Operand {
        private final Parameter parameter;
        private final Object number;
        /** The amount in other currencies; one portfolio has few, and one day's rates. */
        private volatile Converted converted = new Converted(Rates.NONE, Map.of());

        private record Converted(Rates rates, Map<String, BigDecimal> amounts) {}

        Named(Parameter parameter) {
            this.parameter = parameter;
            this.number =
                    parameter.currency() == null ? (Object) parameter.value().intValueExact() : null;
        }

        public Parameter parameter() {
            return parameter;
        }

        @Override
        public Object value(Fact fact) {
            return number == null ? amount(fact) : number;
        }

        /** Null without a rate: there is nothing to compare with, and the engine asks a person. */
        BigDecimal amount(Fact fact) {
            var currency = fact.currency();
            if (currency.equals(parameter.currency())) {
                return parameter.value();
            }
            if (!fact.rates().converts(parameter.currency(), currency)) {
                return null;
            }
            var known = converted;
            if (known.rates() != fact.rates()) {
                known = new Converted(fact.rates(), new ConcurrentHashMap<>());
                converted = known;
            }
            var amount = known.amounts().get(currency);
            if (amount == null) {
                amount = fact.rates().convert(parameter.value(), parameter.currency(), currency);
                known.amounts().put(currency, amount);
            }
            return amount;
        }

        @Override
        public String describe() {
            return parameter.toString();
        }
    }

    record Other(Field field) implements Operand {
        @Override
        public Object value(Fact fact) {
            return field.read(fact);
        }

        @Override
        public String describe() {
            return field.name();
        }
    }

    record OneOf(Set<Object> values) implements Operand {
        @Override
        public Object value(Fact fact) {
            return values;
        }

        @Override
        public String describe() {
            return values.stream().map(String::valueOf).sorted().toList().toString();
        }
    }
}
