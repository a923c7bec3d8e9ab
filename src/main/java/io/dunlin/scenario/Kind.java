package io.dunlin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunlin.book.Account;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of record of an account, by the name of its list: {@code payments} of {@code Payment}. */
record Kind(String plural, Class<?> type) {
    private static final Set<String> OF_AN_INVOICE =
            Set.of("payments", "credits", "disputes", "deductions", "promises");
    private static final Set<String> ENDINGS =
            Set.of("reversedOn", "cancelledOn", "resolvedOn", "liftedOn", "writtenOffOn");

    /** In the order of the account, invoices first: the others name them. */
    static final List<Kind> ALL = Arrays.stream(Account.class.getRecordComponents())
            .filter(component -> component.getType() == List.class)
            .map(component -> new Kind(component.getName(), element(component)))
            .toList();

    private static Class<?> element(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    String singular() {
        return plural.substring(0, plural.length() - 1);
    }

    /** Whether such a record is about one invoice unless it says otherwise. */
    boolean isOfAnInvoice() {
        return OF_AN_INVOICE.contains(plural);
    }

    boolean has(String field) {
        return fields().contains(field);
    }

    Set<String> fields() {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The field that says since when such a record no longer counts; null where it has none. */
    String ending() {
        return fields().stream().filter(ENDINGS::contains).findFirst().orElse(null);
    }

    boolean hasEnded(ObjectNode record) {
        return ending() != null && record.hasNonNull(ending());
    }
}
