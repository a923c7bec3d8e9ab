package io.dunlin.precedent;

import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;

/** What master data answers; by view, as numbered by the interner of profiles, 0 where not asked yet. */
final class Master {
    final String currency;
    final Customer customer;
    final long reach;
    final BigDecimal limit;
    int[] answers = new int[16];

    Master(Dossier dossier, Rates rates, int day) {
        var d = dossier.debtor;
        this.currency = dossier.currency;
        this.customer = Profile.customer(d, currency, rates, day);
        this.reach = Profile.reach(d);
        this.limit = d.creditLimit() == null ? null : d.creditLimit().movePointRight(dossier.decimals);
    }
}
