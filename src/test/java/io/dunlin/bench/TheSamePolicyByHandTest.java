package io.dunlin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.engine.Rivals;
import org.junit.jupiter.api.Test;

/** The benchmark compares like with like: the policy in plain Java decides as the rules do, reasons and blockers included. */
class TheSamePolicyByHandTest {
    private final Agreement agreement = new Agreement(Rivals.standard());

    @Test
    void rulesAndPlainJavaAgreeOnEveryGeneratedCustomer() {
        Portfolio.accounts(2000).forEach(account -> agreement.check(account, Portfolio.book(0)));
        assertThat(agreement.decisions()).isEqualTo(2000);
    }

    @Test
    void theyAgreeAllTheWayUpTheLadder() {
        Portfolio.accounts(1000).forEach(account -> Journey.through(agreement, account));
        assertThat(agreement.silent()).isEmpty();
    }
}
