package io.dunlin.engine;

import io.dunlin.book.Account;
import io.dunlin.book.ManualOverride;
import io.dunlin.language.Condition;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The overrides in force on a day. Of two about the same thing, which intake refuses, the one made later holds; one about an
 * invoice comes before one about its customer.
 */
record Overrides(List<ManualOverride> newestFirst) {
    static final Overrides NONE = new Overrides(List.of());

    static Overrides of(Account account, LocalDate day) {
        if (account.overrides().isEmpty()) {
            return NONE;
        }
        return new Overrides(account.overrides().stream()
                .filter(o -> o.isInForce(day, account.contacts()))
                .sorted(Comparator.comparing(ManualOverride::from)
                        .thenComparing(ManualOverride::id)
                        .reversed())
                .toList());
    }

    /** What was ordered for an invoice, by itself or as one of its customer's; null where nothing was. */
    ManualOverride onInvoice(String invoice) {
        var own = about(invoice);
        return own == null ? about(null) : own;
    }

    /** What was ordered for the customer as a whole; null where nothing was. */
    ManualOverride onCustomer() {
        return about(null);
    }

    private ManualOverride about(String invoice) {
        for (var o : newestFirst) {
            if (Objects.equals(o.invoice(), invoice)) {
                return o;
            }
        }
        return null;
    }

    /** Work inside the house for the customer as a whole: done once and not for each invoice. */
    static boolean isTask(ManualOverride o) {
        return o.invoice() == null && o.action() != Action.NO_ACTION && isInside(o.action());
    }

    /** Whether an invoice has to wait by this order, because nothing is to be done or something about the customer. */
    static boolean makesWait(ManualOverride o) {
        return o.action() == Action.NO_ACTION || isTask(o);
    }

    /** Whether the customer would notice nothing and is asked for nothing; such work goes on beside an override. */
    static boolean isInside(Action action) {
        return !action.isContact() && action.claim() == Claim.NOTHING;
    }

    static String name(ManualOverride o) {
        return "override " + o.id();
    }

    static String text(ManualOverride o) {
        return o.by() + " ordered " + o.action() + (o.level() > 1 ? " level " + o.level() : "") + " on " + o.from()
                + " until " + o.until() + " (" + o.reason() + "): " + o.text();
    }

    /** The order as a proposal, with the order itself as the rule behind it. */
    static Proposal proposal(ManualOverride o, Fact fact) {
        var rule = new Rule(
                name(o), o.text(), o.by(), null, "", 0, fact.getClass(), new Condition.All(List.of()), List.of());
        return new Proposal(rule, fact, o.action(), o.level(), any -> text(o));
    }

    /** An order that makes wait, as a hold. */
    static Held held(ManualOverride o) {
        var scope = o.invoice() == null ? Scope.CUSTOMER : Scope.INVOICE;
        var blocker = new Blocker(Code.OVERRIDDEN, scope, null, o.until(), Role.COLLECTION_MANAGER, name(o), text(o));
        return new Held(blocker, Held.Cover.ALL_BUT_INSIDE);
    }
}
