package io.dunlin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Book;
import io.dunlin.engine.Policies;
import io.dunlin.engine.WorkingDays;
import io.dunlin.simulation.Books;
import io.dunlin.simulation.Family;
import io.dunlin.simulation.PlainPlayer;
import io.dunlin.simulation.Window;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service asked on each working day, everything it says confirmed at once, against the simulation of the same days. */
@QuarkusTest
class GroupsAreReplayedAsTheyAreLivedTest extends EmptyLedger {
    private static final LocalDate FROM = LocalDate.of(2026, 2, 2);
    private static final LocalDate TO = LocalDate.of(2026, 2, 27);
    private static final List<String> MEMBERS = List.of("A", "B", "C", "P");

    @Inject
    Ledger ledger;

    @Test
    void membersOfAGroupAndTheirPayerAreContactedOnTheSameDaysInBoth() {
        member("A", "\"group\": \"G\"");
        member("B", "\"group\": \"G\", \"payer\": \"P\"");
        member("C", "\"payer\": \"P\"");
        member("P", "\"segment\": \"x\"");
        MEMBERS.forEach(id -> invoice("I-" + id, id, "900"));
        var window = new Window(FROM, TO);
        var family = new Family(
                MEMBERS.stream().map(id -> ledger.account(id).orElseThrow()).toList());
        var player = new PlainPlayer(Policies.shipped("standard"), window, Books.of(window, Book::on));
        var simulated = new ArrayList<String>();
        var played = player.play(family);
        for (int m = 0; m < MEMBERS.size(); m++) {
            for (var done : played.get(m).done()) {
                simulated.add(done.on() + " " + MEMBERS.get(m) + " " + done.action() + " " + done.level());
            }
        }
        var lived = new ArrayList<String>();
        FROM.datesUntil(TO.plusDays(1))
                .filter(day -> WorkingDays.isWorking("DE", day))
                .forEach(day -> live(day, lived));
        assertThat(lived).hasSizeGreaterThan(8).containsExactlyInAnyOrderElementsOf(simulated);
    }

    private static void live(LocalDate day, List<String> lived) {
        post("bank-imports", "{\"upTo\": \"%s\"}".formatted(day));
        for (var id : MEMBERS) {
            var answer = post("customers/" + id + "/next-best-action?asOf=" + day, "")
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var action = answer.getString("customer.action");
            if (action.equals("NO_ACTION")) {
                continue;
            }
            lived.add(day + " " + id + " " + action + " " + answer.getInt("customer.level"));
            post("contacts", """
                    {"id": "%s-%s", "customer": "%s", "on": "%s", "channel": "%s",
                     "steps": [{"invoice": "I-%s", "action": "%s", "level": %d}]}""".formatted(
                                    id,
                                    day,
                                    id,
                                    day,
                                    answer.getString("customer.channel"),
                                    id,
                                    action,
                                    answer.getInt("customer.level")))
                    .statusCode(201);
        }
    }

    private static void member(String id, String more) {
        put("customers/" + id, """
                {"country": "DE", "type": "COMPANY", "email": "a@b.example", "phone": "+49 30 1", "address": "Weg 1",
                 "collector": "Kim", "billingContactConfirmedOn": "2026-01-01", "sizeClass": "C", %s}""".formatted(more)).statusCode(201);
    }
}
