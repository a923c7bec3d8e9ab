package io.dunlin.ledger;

import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestResponse;

/** What the addresses of this room have in common. */
final class Answers {
    private Answers() {}

    static <B> RestResponse<B> taken(Intake.Taken<B> taken) {
        return RestResponse.status(
                taken.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, taken.stored());
    }

    /** A record without an id has that of its address. */
    static <B extends Record> B underId(String address, String id, B record) {
        if (id == null) {
            return Records.with(record, "id", address);
        }
        if (!id.equals(address)) {
            new Findings()
                    .at("/id", "is `" + id + "` here and `" + address + "` in the address; make them the same.")
                    .refuseIfAny(Problem.INVALID_FACTS);
        }
        return record;
    }

    static LocalDate needed(LocalDate on) {
        if (on == null) {
            new Findings()
                    .field("on", "is missing; give the day as year-month-day, for example ?on=2026-03-31.")
                    .refuseIfAny(Problem.BAD_REQUEST);
        }
        return on;
    }
}
