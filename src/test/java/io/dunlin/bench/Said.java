package io.dunlin.bench;

import io.dunlin.language.Rule;
import io.dunlin.language.Rule.Effect;
import io.dunlin.language.Rule.Verb;
import io.dunlin.language.Template;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What a hand-written rule says when it fires: the product's shape, with a lambda for the sentence. */
final class Said {
    private Said() {}

    static Rule propose(String id, Action action, int level, Function<Invoice, String> text) {
        return rule(
                id, Invoice.class, new Effect(Verb.PROPOSE, action, level, null, fact -> text.apply((Invoice) fact)));
    }

    static Rule proposeForCustomer(String id, Action action, Function<Customer, String> text) {
        return rule(id, Customer.class, new Effect(Verb.PROPOSE, action, 1, null, fact -> text.apply((Customer) fact)));
    }

    static Rule veto(String id, Role role, Function<Outcome, String> text) {
        return rule(id, Outcome.class, new Effect(Verb.VETO, null, 1, role, fact -> text.apply((Outcome) fact)));
    }

    static Rule soften(String id, Action milder, Function<Outcome, String> text) {
        return rule(id, Outcome.class, new Effect(Verb.SOFTEN, milder, 1, null, fact -> text.apply((Outcome) fact)));
    }

    static Rule requireApproval(String id, Role role, Function<Outcome, String> text) {
        return rule(
                id,
                Outcome.class,
                new Effect(Verb.REQUIRE_APPROVAL, null, 1, role, fact -> text.apply((Outcome) fact)));
    }

    private static Rule rule(String id, Class<? extends Fact> fact, Effect effect) {
        return new Rule(id, id, "benchmark", null, "by hand", 0, fact, null, List.of(effect));
    }

    static String name(Customer customer) {
        return customer.name() == null ? "none" : customer.name();
    }

    static String money(BigDecimal amount, Fact fact) {
        return Template.money(amount, fact.currency());
    }
}
