package io.dunlin.analysis;

import io.dunlin.language.Diagnostic;
import io.dunlin.language.Parsed;
import io.dunlin.language.Rule;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What rules mean, beyond what each of their words means. */
final class Analysis {
    private final Parsed parsed;
    private final Said said = new Said();

    private Analysis(Parsed parsed) {
        this.parsed = parsed;
    }

    static List<Diagnostic> of(Parsed parsed) {
        var analysis = new Analysis(parsed);
        if (parsed.isGuard()) {
            analysis.alive(analysis.space(Outcome.class));
        } else {
            analysis.strategy();
        }
        return analysis.said.all();
    }

    private void strategy() {
        var invoices = space(Invoice.class);
        var customers = space(Customer.class);
        new Rivalry(invoices, parsed.manifest(), alive(invoices), said).check();
        new Rivalry(customers, parsed.manifest(), alive(customers), said).check();
        // A rule that could not be read may speak of what the others are silent about.
        if (!parsed.hasErrors() && !parsed.rules().isEmpty()) {
            new Coverage(invoices.rules().isEmpty() ? customers : invoices, parsed, said).check();
        }
    }

    private List<Rule> alive(Space space) {
        var each = new EachRule(space, said);
        var alive = new ArrayList<Rule>();
        space.rules().stream().filter(each::check).forEach(alive::add);
        return alive;
    }

    private Space space(Class<? extends Fact> kind) {
        return new Space(kind, parsed);
    }
}
