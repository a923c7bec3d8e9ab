package io.dunlin.precedent;

import io.dunlin.language.HoldNumbers;

/**
 * What can still matter to an invoice. Most rules rest on earlier steps, on what is owed or on who owes it; where the answer
 * is no the rule is out, and its thresholds make no difference.
 */
final class View {
    final int id;
    final Ages ages;
    final Scale sinceAction;
    final Money money;
    final Aspect aspect;

    final Dormancy dormancy;

    View(int id, Questions questions, HoldNumbers numbers, Money money, Aspect aspect, Dormancy dormancy) {
        this.id = id;
        this.dormancy = dormancy;
        this.ages = new Ages(questions, numbers);
        this.sinceAction = Scale.of(questions.ofInvoice("daysSinceLastAction"), Scale.Measure.PLAIN);
        this.money = money;
        this.aspect = aspect;
    }
}
