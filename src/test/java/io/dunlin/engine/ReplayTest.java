package io.dunlin.engine;

import static io.dunlin.engine.Situation.aCustomer;
import static io.dunlin.engine.Situation.daysAgo;
import static io.dunlin.engine.Situation.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A decision is recomputed bit for bit from what was stored of it. */
class ReplayTest {

    @Test
    void whatIsReadBackDecidesTheSameUnderTheSameId() {
        var dice = new Random(1);
        for (int i = 0; i < 300; i++) {
            var the = Accounts.one(dice);
            var stored = Snapshot.of(the.account(), the.book());
            var read = Snapshot.read(stored.json());
            assertThat(read).isEqualTo(stored);
            assertThat(read.json()).isEqualTo(stored.json());
            var decision = the.decide();
            assertThat(the.decider().decide(read.account(), read.book())).isEqualTo(decision);
            assertThat(read.decisionId(decision)).isEqualTo(stored.decisionId(decision));
        }
    }

    @Test
    void trailingZerosMakeNoOtherFact() {
        assertThat(id(aCustomer().owing("100.0 EUR"))).isEqualTo(id(aCustomer().owing("100.00 EUR")));
        assertThat(id(aCustomer().owing("100.00 EUR")))
                .isNotEqualTo(id(aCustomer().owing("100.01 EUR")));
    }

    @Test
    void anotherDayPolicyOrFactIsAnotherDecision() {
        var base = id(aCustomer().owing("80.00 EUR"));
        assertThat(id(aCustomer().owing("80.00 EUR").asOf(inDays(1)))).isNotEqualTo(base);
        assertThat(id(aCustomer().owing("80.00 EUR").under("relationship"))).isNotEqualTo(base);
        assertThat(id(aCustomer().owing("80.00 EUR").insolvent())).isNotEqualTo(base);
        assertThat(id(aCustomer().owing("80.00 EUR").bankDataOld(1))).isNotEqualTo(base);
    }

    /** The order of a Java set differs from one start of the JVM to the next; the id must not. */
    @Test
    void theIdIsTheSameOnEveryMachine() {
        var dead = aCustomer().owing("80.00 EUR").without(Channel.values());
        assertThat(Snapshot.of(dead.account(), dead.book()).json())
                .contains("[\"EMAIL\",\"LETTER\",\"PHONE\",\"SMS\",\"CHAT\",\"PORTAL\",\"VISIT\",\"INTERNAL\"]");
    }

    @Test
    void whatBecameKnownLaterIsNotStored() {
        var before = aCustomer().owing("80.00 EUR").disputed(null, daysAgo(5), inDays(3));
        var json = Snapshot.of(before.account(), before.book()).json();
        assertThat(json).contains("\"disputes\"").doesNotContain(inDays(3).toString());
    }

    @Test
    void amountsAreStoredAsPlainNumbers() {
        var huge = aCustomer().owing("80.00 EUR");
        assertThat(huge.account().invoices().get(0).amount()).isEqualTo(new BigDecimal("80.00"));
        assertThat(Snapshot.of(huge.account(), huge.book()).json()).contains("\"amount\":80.00");
    }

    private static String id(Situation situation) {
        return Snapshot.of(situation.account(), situation.book()).decisionId(situation.decide());
    }
}
