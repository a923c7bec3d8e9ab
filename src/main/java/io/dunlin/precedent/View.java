package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;
import io.dunlin.precedent.Questions.Asker;
import io.dunlin.vocabulary.Rates;
import java.util.ArrayList;
import java.util.List;

/**
 * What can still matter: to the customer as a whole, or to an invoice of which certain things were done. Most rules about
 * invoices rest on earlier steps; where those are missing the rule is out, and its thresholds make no difference.
 */
final class View {
    final int id;
    final Asker asker;
    final Questions questions;
    final Ages ages;
    final Scale sinceAction;
    final Profile profile;
    final boolean asksSize;
    final boolean asksHabitual;
    final boolean asksRecentlyDone;
    private final List<Money> monies = new ArrayList<>();
    private int currency = -1;
    private Money money;
    /** The number of the customer it was asked for last, and of the answer. */
    long askedFor;

    int answer;

    View(int id, Asker asker, Questions questions, HoldNumbers numbers) {
        this.id = id;
        this.asker = asker;
        this.questions = questions;
        this.ages = new Ages(questions, numbers);
        this.sinceAction = Scale.of(questions.ofInvoice("daysSinceLastAction"), Scale.Measure.PLAIN);
        this.profile = new Profile(questions);
        this.asksSize = questions.asksOfCustomer(asker, "sizeClass");
        this.asksHabitual = questions.asksOfCustomer(asker, "habitualLatePayer");
        // What was done for the customer stops the same for the customer, whoever asks.
        this.asksRecentlyDone = asker == Asker.CUSTOMER || questions.asksOfCustomer(asker, "recentlyDone");
    }

    /** @param its as numbered by {@link Precedents} */
    Money money(int its, Dossier dossier, Rates rates) {
        if (its != currency) {
            while (monies.size() <= its) {
                monies.add(null);
            }
            currency = its;
            money = monies.get(its);
            if (money == null) {
                money = new Money(questions, dossier.currency, dossier.decimals, rates);
                monies.set(its, money);
            }
        }
        return money;
    }

    Scale[] slots(Money money) {
        return asker == Asker.CUSTOMER ? money.customer : money.invoice;
    }
}
