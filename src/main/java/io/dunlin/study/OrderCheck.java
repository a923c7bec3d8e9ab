package io.dunlin.study;

import io.dunlin.assumption.AssumptionsRefused;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.simulation.Setup;
import io.dunlin.simulation.SimulationRefused;
import io.dunlin.simulation.Window;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything that is wrong with an order, before anybody looks for its strategies. */
final class OrderCheck {
    /** It becomes part of an address. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final String ASSUMPTIONS = "/settings/assumptions";
    private static final int LONGEST_YEARS = 20;
    private static final int MOST_DAYS = 365;
    private static final int MOST_EFFECTS = 100;

    private final Order order;
    private final Findings findings = new Findings();

    private OrderCheck(Order order) {
        this.order = order;
    }

    static Order checked(Order order, boolean withFiles) {
        var check = new OrderCheck(order);
        check.id();
        check.portfolio(withFiles);
        check.policy("/baseline", order.baseline());
        check.policy("/candidate", order.candidate());
        check.window();
        if (order.settings() != null) {
            check.settings(order.settings());
            check.assumptions(order.settings());
        }
        check.findings.refuseIfAny(Problem.INVALID_FACTS);
        return order.complete();
    }

    private void id() {
        if (order.id() == null || !ID.matcher(order.id()).matches()) {
            findings.at(
                    "/id",
                    (order.id() == null ? "is missing; " : "cannot be part of an address; ")
                            + "give it an id of your own of letters, digits, `.`, `-` and `_`, 100 at most.");
        }
    }

    private void portfolio(boolean withFiles) {
        if (withFiles && order.portfolio() != null) {
            findings.at("/portfolio", "files are sent along; leave it out.");
        } else if (!withFiles && !order.isOfLedger()) {
            findings.at(
                    "/portfolio",
                    "give { \"ledger\": true } for the live book, or send files with the order as a form.");
        }
    }

    private void policy(String pointer, Order.Policy policy) {
        if (policy == null || policy.strategy() == null) {
            findings.at(
                    pointer + (policy == null ? "" : "/strategy"),
                    "is missing; name a strategy, such as { \"strategy\": \"standard\", \"version\": \"live\" }.");
        } else if (policy.strategy().equals(StrategyCompiler.GUARD)) {
            findings.at(pointer + "/strategy", "the guard decides nothing by itself; name a strategy.");
        }
    }

    private void window() {
        var from = order.from();
        var to = order.to();
        if (from == null) {
            findings.at("/from", "is missing; give the first day, for example \"2026-01-01\".");
        }
        if (to == null) {
            findings.at("/to", "is missing; give the last day, for example \"2026-06-30\".");
        }
        if (from != null && to != null && from.isAfter(to)) {
            findings.at("/to", "the last day (" + to + ") is before the first (" + from + "); swap them.");
        } else if (from != null && to != null && ChronoUnit.YEARS.between(from, to) >= LONGEST_YEARS) {
            findings.at("/to", "more than " + LONGEST_YEARS + " years cannot be played; ask about fewer days.");
        }
    }

    private void settings(Order.Measures settings) {
        within("/settings/needlessDays", settings.needlessDays(), MOST_DAYS);
        within("/settings/effects", settings.effects(), MOST_EFFECTS);
        if (settings.capacity() != null) {
            settings.capacity()
                    .forEach((role, steps) -> within("/settings/capacity/" + role, steps, Integer.MAX_VALUE));
        }
        if (settings.costs() != null) {
            costs(settings.costs());
        }
    }

    private void assumptions(Order.Measures settings) {
        try {
            var assumed = settings.assumed();
            if (assumed != null && findings.isEmpty()) {
                Setup.assumable(new Window(order.from(), order.to()), assumed);
            }
        } catch (AssumptionsRefused e) {
            e.messages().forEach(message -> findings.at(ASSUMPTIONS, message + (message.endsWith("?") ? "" : ".")));
        } catch (SimulationRefused e) {
            findings.at(ASSUMPTIONS, e.getMessage() + ".");
        }
    }

    private void within(String pointer, Integer number, int most) {
        if (number != null && (number < 0 || number > most)) {
            findings.at(pointer, number + " is not from 0 to " + most + ".");
        }
    }

    private void costs(Order.Costs costs) {
        var currency = costs.currency();
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            findings.at("/settings/costs/currency", "give the ISO 4217 code of a currency, for example EUR.");
        }
        var prices = costs.prices();
        for (var table : Map.of("actions", prices.perAction(), "channels", prices.perChannel())
                .entrySet()) {
            table.getValue().forEach((what, price) -> {
                if (price.signum() < 0) {
                    findings.at("/settings/costs/" + table.getKey() + "/" + what, "a cost must be zero or more.");
                }
            });
        }
    }
}
