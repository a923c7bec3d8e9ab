package io.dunlin.ledger;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Compares and combines book records field by field. */
final class Records {
    /** Fields that end or settle a record. Leaving one out means "nothing new", so it never reopens anything. */
    static final Set<String> ENDINGS = Set.of(
            "reversedOn",
            "cancelledOn",
            "resolvedOn",
            "liftedOn",
            "writtenOffOn",
            "decidedOn",
            "matched",
            "settledOn",
            "bookedOn",
            "allocatedOn");

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Records() {}

    static boolean same(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof Record a && other instanceof Record b) {
            return differing(a, b).isEmpty();
        }
        if (one instanceof List<?> a && other instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(one, other);
    }

    static List<String> differing(Record one, Record other) {
        return Arrays.stream(COMPONENTS.get(one.getClass()))
                .filter(c -> !same(value(c, one), value(c, other)))
                .map(RecordComponent::getName)
                .toList();
    }

    /** What was sent, with those of the given fields that it does not tell taken from what is stored. */
    static <B extends Record> B completed(B sent, B stored, Predicate<String> fields) {
        var components = COMPONENTS.get(sent.getClass());
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i], sent);
            if (untold(values[i]) && fields.test(components[i].getName())) {
                values[i] = value(components[i], stored);
            }
        }
        return build(sent, values);
    }

    static <B extends Record> B with(B record, String field, Object replacement) {
        var components = COMPONENTS.get(record.getClass());
        var values = Arrays.stream(components)
                .map(c -> c.getName().equals(field) ? replacement : value(c, record))
                .toArray();
        return build(record, values);
    }

    static Object value(Record record, String field) {
        return Arrays.stream(COMPONENTS.get(record.getClass()))
                .filter(c -> c.getName().equals(field))
                .findFirst()
                .map(c -> value(c, record))
                .orElse(null);
    }

    /** What may be left out of a record that is told again: how it ended, and the invoice it was matched to later. */
    static Predicate<String> mayBeLeftOut(Record stored) {
        boolean matchedLater = value(stored, "allocatedOn") != null;
        return field -> ENDINGS.contains(field) || (matchedLater && field.equals("invoice"));
    }

    private static boolean untold(Object value) {
        return value == null
                || value.equals(false)
                || value instanceof Collection<?> c && c.isEmpty()
                || value instanceof Enum<?> e && e.name().equals("UNKNOWN");
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // built by the constructor of the class it is cast to
    private static <B extends Record> B build(B like, Object[] values) {
        var types = Arrays.stream(COMPONENTS.get(like.getClass()))
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return (B) like.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
