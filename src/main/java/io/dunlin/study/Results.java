package io.dunlin.study;

import io.dunlin.problem.Problem;
import io.dunlin.study.DocumentRow.Kind;
import io.dunlin.study.StudyRow.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** What a finished simulation came to. */
@ApplicationScoped
public class Results {
    private final Studies studies;

    Results(Studies studies) {
        this.studies = studies;
    }

    byte[] document(String id, Kind kind) {
        return finished(id, () -> DocumentRow.of(id, kind).orElseThrow(() -> Studies.unknown(id)));
    }

    List<ChangeRow> changes(String id, Cursor after, int limit) {
        return finished(id, () -> ChangeRow.after(id, after.part(), after.line(), limit));
    }

    /** At any time; of very many the first. */
    List<String> leftOut(String id) {
        studies.one(id);
        return QuarkusTransaction.requiringNew()
                .call(() -> LeftOutRow.of(id).stream().map(row -> row.sentence).toList());
    }

    private <T> T finished(String id, Supplier<T> read) {
        var status = studies.one(id);
        if (status.state() != State.FINISHED) {
            throw Problem.CONFLICT.because("The simulation is " + status.state() + remedy(status));
        }
        return QuarkusTransaction.requiringNew().call(read::get);
    }

    private static String remedy(Status status) {
        return switch (status.state()) {
            case FAILED -> ": " + status.error().detail();
            case CANCELLED -> "; it has no result. Order it again under another id.";
            default ->
                "; it has a result when it is FINISHED. GET /api/v1/simulations/" + status.id()
                        + "/progress tells when.";
        };
    }
}
