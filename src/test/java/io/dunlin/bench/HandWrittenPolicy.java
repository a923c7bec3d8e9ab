package io.dunlin.bench;

import io.dunlin.language.Compiled.Firing;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code rules/standard} and {@code rules/guard} as an engineer would write them who never heard of rule engines: ifs over
 * the same facts, numbers as constants, sentences built only when read. What the benchmark measures Dunlin against.
 */
public final class HandWrittenPolicy {
    private HandWrittenPolicy() {}

    /** The rules that fire, for each fact in the order of their ids. */
    public static List<Firing> propose(List<? extends Fact> facts) {
        var fired = new Fired(facts.size());
        for (var fact : facts) {
            if (fact instanceof Invoice invoice) {
                invoice(invoice, fired);
            } else {
                CustomerByHand.judge((Customer) fact, fired);
            }
        }
        return fired.list;
    }

    private static void invoice(Invoice invoice, Fired fired) {
        var limits = Limits.in(invoice);
        // Most rules chase money; where nothing may be chased none of them applies.
        boolean chased = invoice.collectable().signum() > 0;
        if (chased) {
            ContactByHand.judge(invoice, limits, fired);
        }
        ContactByHand.missedInstalment(invoice, fired);
        if (chased) {
            EscalationByHand.judge(invoice, limits, fired);
        }
        IntakeByHand.judge(invoice, fired);
        if (chased) {
            SettlementByHand.judge(invoice, limits, fired);
        }
        RemindersByHand.beforeDue(invoice, limits, fired);
        if (chased) {
            RemindersByHand.judge(invoice, limits, fired);
        }
        ClosingByHand.judge(invoice, limits, fired);
    }

    /** What the guard says, for each outcome in the order of the rules' ids. */
    public static List<Firing> object(List<? extends Fact> outcomes) {
        if (outcomes.isEmpty()) {
            return List.of();
        }
        var fired = new Fired(outcomes.size());
        for (var outcome : outcomes) {
            GuardByHand.object((Outcome) outcome, fired);
        }
        return fired.list;
    }

    /** Collects what fires. */
    static final class Fired {
        private final List<Firing> list;

        Fired(int facts) {
            list = new ArrayList<>(facts);
        }

        void add(Rule rule, Fact fact) {
            list.add(new Firing(rule, fact));
        }
    }
}
