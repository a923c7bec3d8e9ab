package io.dunlin.problem;

import io.dunlin.vocabulary.Era;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads days, numbers, yes and no in addresses. The framework would take whatever is not {@code true} for {@code false}, and
 * answer a mistyped day or number with "not found".
 */
@Provider
public final class AddressValues implements ParamConverterProvider {
    private static final Map<Class<?>, Reading> READINGS = Map.of(
            LocalDate.class, AddressValues::day,
            Boolean.class, AddressValues::yesOrNo,
            boolean.class, AddressValues::yesOrNo,
            Integer.class, AddressValues::number,
            int.class, AddressValues::number);

    /** Of one type. */
    private interface Reading {
        Object of(String text) throws Unreadable;
    }

    /** The message goes on after what was written. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a reading gives the type it stands under
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var reading = READINGS.get(type);
        return reading == null ? null : (ParamConverter<T>) new Named(name(annotations), reading);
    }

    private static String name(Annotation[] annotations) {
        return Stream.of(annotations == null ? new Annotation[0] : annotations)
                .map(a -> a instanceof QueryParam q ? q.value() : a instanceof PathParam p ? p.value() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("address");
    }

    private static Object day(String text) throws Unreadable {
        try {
            var day = LocalDate.parse(text);
            if (Era.has(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Unreadable("is not a date; write it as year-month-day, for example 2026-03-31.");
        }
        throw new Unreadable("lies before 1970 or after 2200; correct it.");
    }

    private static Object yesOrNo(String text) throws Unreadable {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new Unreadable("is neither true nor false; write one of them.");
    }

    private static Object number(String text) throws Unreadable {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Unreadable("is not a whole number, or too large for one; write it plainly, for example 100.");
        }
    }

    private record Named(String name, Reading reading) implements ParamConverter<Object> {
        @Override
        public Object fromString(String value) {
            if (value == null) {
                return null;
            }
            try {
                return reading.of(value.trim());
            } catch (Unreadable e) {
                var findings = new Findings().field(name, "`" + value + "` " + e.getMessage());
                throw new BadRequestException(
                        Problem.UNREADABLE_FIELDS.because("The address cannot be read as it is.", findings));
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
