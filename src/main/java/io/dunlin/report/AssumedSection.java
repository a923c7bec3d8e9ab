package io.dunlin.report;

import io.dunlin.assumption.Assumptions.Response;
import io.dunlin.simulation.Assumed;
import io.dunlin.simulation.Assumed.Estimate;
import io.dunlin.simulation.Assumed.Outlook;
import io.dunlin.simulation.Comparison;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What would have come in if the assumptions held; each figure with its interval, each picture with its caution.
 *
 * @param claim the one sentence that others quote
 */
public record AssumedSection(
        String claim,
        String caution,
        String basis,
        String check,
        Table figures,
        Band cash,
        Band difference,
        Table curve,
        Table stated,
        Table seen,
        List<String> unmet) {

    /** Null where nobody assumed anything. */
    static AssumedSection of(Comparison c) {
        return c.assumed() == null ? null : new Maker(c, c.assumed()).section();
    }

    private record Maker(Comparison c, Assumed a) {
        AssumedSection section() {
            return new AssumedSection(
                    claim(),
                    a.caution(),
                    basis(),
                    check(),
                    figures(),
                    Band.of(
                            "Cash since " + c.from() + " (" + c.currency() + "), if the assumptions hold",
                            a.curve(),
                            List.of(
                                    new Band.Curve("history", day -> certain(day.history())),
                                    new Band.Curve("baseline", Assumed.Day::baseline),
                                    new Band.Curve("candidate", Assumed.Day::candidate))),
                    Band.of(
                            "Candidate less baseline (" + c.currency() + "), draw by draw",
                            a.curve(),
                            List.of(new Band.Curve("candidate", Assumed.Day::delta))),
                    curve(),
                    stated(),
                    seen(),
                    a.unmet());
        }

        private static Estimate certain(BigDecimal amount) {
            return new Estimate(amount, amount, amount);
        }

        private String claim() {
            var cash = a.delta().cash();
            return "If the assumptions of " + a.assumptions().name() + " held, the candidate's cash from " + c.from()
                    + " to "
                    + c.to() + " would differ from the baseline's by " + c.currency() + " "
                    + Words.signedRound(cash.mean()) + " (90 % of the draws: " + Words.signedRound(cash.low()) + " to "
                    + Words.signedRound(cash.high()) + "; " + side(cash) + "). That is assumption, not evidence.";
        }

        private static String side(Estimate cash) {
            if (cash.low().signum() > 0) {
                return "more in nearly all of them";
            }
            return cash.high().signum() < 0 ? "less in nearly all of them" : "whether more or less they do not say";
        }

        private String basis() {
            return Words.count(a.assumptions().draws()) + " draws, seed "
                    + c.manifest().seed() + ". Payments are drawn for "
                    + Words.count(a.invoices()) + " invoices of the " + Words.count(a.customers())
                    + " customers who are treated differently, from the day after that begins; they had " + c.currency()
                    + " " + Words.round(a.stake())
                    + " open then or when they were issued. Of the cash of both strategies "
                    + c.currency() + " " + Words.round(a.realCash())
                    + " is real money of history, the same under both; the rest is drawn. Money that came back is taken off.";
        }

        private String check() {
            var baseline = a.strategies().get("baseline").cash();
            return "In the place of the drawn payments " + c.currency() + " " + Words.round(a.replacedCash())
                    + " really came in, under the strategy of that time; the baseline's drawn payments come to "
                    + Words.round(baseline.mean().subtract(a.realCash())) + " ("
                    + Words.round(baseline.low().subtract(a.realCash())) + " to "
                    + Words.round(baseline.high().subtract(a.realCash()))
                    + "). If the house worked about as the baseline says, good assumptions bring the two together; that they"
                    + " do proves nothing about the candidate.";
        }

        private Table figures() {
            var table = new Table.Builder("", 1, "", "baseline", "candidate", "difference");
            row(table, "Cash in these days (" + c.currency() + ")", Outlook::cash);
            row(table, "Open on " + c.to() + " (" + c.currency() + ")", Outlook::open);
            row(table, "DSO on that day (open, by what was invoiced in these days, times days)", Outlook::dso);
            row(table, "Contacts", Outlook::contacts);
            row(table, "Cost of all steps (" + c.manifest().prices().currency() + ")", Outlook::cost);
            row(table, "Cash less cost (" + c.currency() + ")", Outlook::net);
            return table.build();
        }

        private void row(Table.Builder table, String name, Function<Outlook, Estimate> of) {
            table.row(
                    name,
                    text(of.apply(a.strategies().get("baseline"))),
                    text(of.apply(a.strategies().get("candidate"))),
                    text(of.apply(a.delta())));
        }

        private static String text(Estimate e) {
            return e == null
                    ? "–"
                    : Words.rounded(e.mean()) + " (" + Words.rounded(e.low()) + " to " + Words.rounded(e.high()) + ")";
        }

        private Table curve() {
            var table = new Table.Builder(
                    "Cash since " + c.from() + " (" + c.currency() + "), on Sundays and the last day",
                    1,
                    "day",
                    "really came in",
                    "of it kept as it was",
                    "baseline",
                    "candidate",
                    "difference");
            for (var day : a.curve()) {
                if (day.on().getDayOfWeek() == DayOfWeek.SUNDAY || day.on().equals(c.to())) {
                    table.row(
                            day.on().toString(),
                            Words.round(day.history()),
                            Words.round(day.real()),
                            text(day.baseline()),
                            text(day.candidate()),
                            text(day.delta()));
                }
            }
            return table.build();
        }

        private Table stated() {
            var s = a.assumptions();
            var table = new Table.Builder("What is assumed, all of it", 3, "for", "what", "chance");
            s.unasked()
                    .forEach((age, range) ->
                            table.row("everybody", "paid on a day unasked, " + age.word(), range.toString()));
            responses(table, "everybody", s.responses());
            table.row(
                    "everybody",
                    "left of a response each time the action is repeated",
                    s.again().toString());
            table.row(
                    "everybody",
                    "invoices that share the luck of their customer",
                    s.together().toString());
            if (s.partial() != null) {
                table.row(
                        "everybody",
                        "payments that are of a part",
                        s.partial().chance().toString());
                table.row("everybody", "that part", s.partial().share().toString());
            }
            for (var except : s.except()) {
                except.unasked()
                        .forEach((age, range) ->
                                table.row(except.who(), "paid on a day unasked, " + age.word(), range.toString()));
                responses(table, except.who(), except.responses());
            }
            return table.build();
        }

        private static void responses(Table.Builder table, String who, Map<String, Response> responses) {
            responses.forEach((step, response) -> table.row(
                    who,
                    "paid because of " + step.toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", within "
                            + response.within() + (response.within() == 1 ? " day" : " days"),
                    response.pays().toString()));
        }

        private Table seen() {
            var table = new Table.Builder(
                    "How open invoices were paid in these days, whoever asked, beside what is assumed if nobody does",
                    1,
                    "days overdue",
                    "days open, all invoices",
                    "settled by a payment",
                    "settled a day",
                    "assumed a day, unasked");
            a.seen()
                    .forEach(seen -> table.row(
                            seen.age().word(),
                            Words.count(seen.days()),
                            Words.count(seen.paid()),
                            seen.percentADay() == null
                                    ? "–"
                                    : seen.percentADay().toPlainString() + " %",
                            seen.assumed().toString()));
            return table.build();
        }
    }
}
