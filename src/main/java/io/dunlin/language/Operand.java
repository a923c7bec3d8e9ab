package io.dunlin.language;

import io.dunlin.vocabulary.Fact;
import java.util.Set;

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

    record Named(Parameter parameter) implements Operand {
        @Override
        public Object value(Fact fact) {
            if (parameter.currency() == null) {
                return parameter.value().intValueExact();
            }
            // Without a rate there is nothing to compare with: the threshold is missing, and the engine asks a person.
            return fact.rates().converts(parameter.currency(), fact.currency())
                    ? fact.rates().convert(parameter.value(), parameter.currency(), fact.currency())
                    : null;
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
