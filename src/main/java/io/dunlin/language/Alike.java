package io.dunlin.language;

import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whether two readings of one rule say the same, part by part: records do not compare the tests they carry. */
final class Alike {
    private Alike() {}

    static boolean alike(Object one, Object other) {
        if (one == null || other == null || one.getClass() != other.getClass()) {
            // Two tests are two lambdas, made from what is compared beside them.
            return one == other || isTest(one) && isTest(other);
        }
        if (one instanceof Template a && other instanceof Template b) {
            return a.source().equals(b.source());
        }
        if (one instanceof Operand.Named a && other instanceof Operand.Named b) {
            return a.parameter().equals(b.parameter());
        }
        if (one instanceof Record) {
            return partsAlike(one, other);
        }
        if (one instanceof Collection<?> a && other instanceof Collection<?> b && !(one instanceof java.util.Set<?>)) {
            return a.size() == b.size() && eachAlike(a.iterator(), b.iterator());
        }
        return isTest(one) || Objects.equals(one, other);
    }

    private static boolean isTest(Object value) {
        return value instanceof Predicate<?> || value instanceof Function<?, ?>;
    }

    private static boolean eachAlike(Iterator<?> one, Iterator<?> other) {
        while (one.hasNext()) {
            if (!alike(one.next(), other.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean partsAlike(Object one, Object other) {
        try {
            for (var part : one.getClass().getRecordComponents()) {
                if (!alike(part.getAccessor().invoke(one), part.getAccessor().invoke(other))) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
