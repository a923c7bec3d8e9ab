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
import java.util.stream.Stream;

/** Reads dates in addresses; the framework would answer a mistyped one with "not found". */
@Provider
public final class Days implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked") // the first line makes sure that T is LocalDate
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == LocalDate.class ? (ParamConverter<T>) new Day(name(annotations)) : null;
    }

    private static String name(Annotation[] annotations) {
        return Stream.of(annotations == null ? new Annotation[0] : annotations)
                .map(a -> a instanceof QueryParam q ? q.value() : a instanceof PathParam p ? p.value() : null)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse("date");
    }

    private record Day(String name) implements ParamConverter<LocalDate> {
        @Override
        public LocalDate fromString(String value) {
            if (value == null) {
                return null;
            }
            try {
                var day = LocalDate.parse(value.trim());
                if (Era.has(day)) {
                    return day;
                }
            } catch (DateTimeException e) {
                throw refusal(value, "is not a date; write it as year-month-day, for example 2026-03-31.");
            }
            throw refusal(value, "lies before 1970 or after 2200; correct it.");
        }

        private BadRequestException refusal(String value, String why) {
            var findings = new Findings().field(name, "`" + value + "` " + why);
            return new BadRequestException(
                    Problem.UNREADABLE_FIELDS.because("The address names a day that does not exist.", findings));
        }

        @Override
        public String toString(LocalDate value) {
            return value.toString();
        }
    }
}
