package io.dunlin.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a record afterwards, by its address.
 *
 * @param fields which it fills
 */
record Ending(RecordKind<?, ?> kind, List<String> fields) {
    private static final Map<String, Ending> ALL = Map.ofEntries(
            of(RecordKind.PAYMENTS, "book", "bookedOn"),
            of(RecordKind.PAYMENTS, "allocate", "allocatedOn", "invoice"),
            of(RecordKind.PAYMENTS, "reverse", "reversedOn"),
            of(RecordKind.CREDITS, "allocate", "allocatedOn", "invoice"),
            of(RecordKind.CREDITS, "cancel", "cancelledOn"),
            of(RecordKind.DISPUTES, "resolve", "resolvedOn"),
            of(RecordKind.DEDUCTIONS, "decide", "decidedOn", "matched"),
            of(RecordKind.DEDUCTIONS, "settle", "settledOn"),
            of(RecordKind.PROMISES, "cancel", "cancelledOn"),
            of(RecordKind.PLANS, "cancel", "cancelledOn"),
            of(RecordKind.HOLDS, "lift", "liftedOn"),
            of(RecordKind.OVERRIDES, "lift", "liftedOn"),
            of(RecordKind.INVOICES, "write-off", "writtenOffOn"));

    private static Map.Entry<String, Ending> of(RecordKind<?, ?> kind, String ending, String... fields) {
        return Map.entry(kind.list() + "/" + ending, new Ending(kind, List.of(fields)));
    }

    static Optional<Ending> of(String list, String ending) {
        return Optional.ofNullable(ALL.get(list + "/" + ending));
    }
}
