package io.dunlin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Decider;
import io.dunlin.language.Manifest;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Decision;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In every scenario of every shipped strategy, protecting an invoice further never makes anything harder for the customer. */
class ShippedStrategiesSoftenTest {
    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship"})
    void aHoldADisputeOrAPromiseOnlySoftens(String name) throws Exception {
        var strategy = StrategyCompiler.compile(StrategyFiles.read(Path.of("rules", name)));
        var guard = StrategyCompiler.compile(StrategyFiles.read(Path.of("rules/guard")));
        var decider = new Decider(strategy, guard);
        var harder = new ArrayList<String>();
        for (var scenario : FirstDay.ofShipped(name)) {
            var before = decider.decide(scenario.account(), scenario.book());
            protections(scenario.account(), scenario.book().asOf()).forEach((what, account) -> {
                var after = decider.decide(account, scenario.book());
                if (isHarder(before, after, strategy.manifest())) {
                    harder.add(scenario.scenario().name() + " / " + what + ": " + actions(before) + " -> "
                            + actions(after));
                }
            });
        }
        assertThat(harder).isEmpty();
    }

    private static Map<String, Account> protections(Account a, LocalDate asOf) {
        var accounts = new TreeMap<String, Account>();
        accounts.put("hold on all", with(a, null, null, hold(a, null, asOf)));
        for (var invoice : a.invoices()) {
            var id = invoice.id();
            var half = invoice.amount().multiply(new BigDecimal("0.5"));
            var most = invoice.amount().multiply(new BigDecimal("0.97"));
            accounts.put("hold " + id, with(a, null, null, hold(a, invoice, asOf)));
            accounts.put("dispute all of " + id, with(a, dispute(id, null, asOf), null, null));
            accounts.put("dispute half of " + id, with(a, dispute(id, half, asOf), null, null));
            accounts.put("dispute most of " + id, with(a, dispute(id, most, asOf), null, null));
            accounts.put("promise all of " + id, with(a, null, promise(id, null, asOf), null));
            accounts.put("promise half of " + id, with(a, null, promise(id, half, asOf), null));
        }
        return accounts;
    }

    private static Hold hold(Account a, Receivable invoice, LocalDate asOf) {
        var id = invoice == null ? null : invoice.id();
        return new Hold("new", a.customer().id(), id, "talks", asOf, asOf.plusDays(5), "Kim", null);
    }

    private static Dispute dispute(String invoice, BigDecimal amount, LocalDate asOf) {
        return new Dispute("new", invoice, asOf, amount, "wrong price", null, null);
    }

    private static Promise promise(String invoice, BigDecimal amount, LocalDate asOf) {
        return new Promise("new", invoice, asOf, amount, asOf.plusDays(3), "the customer", null);
    }

    private static Account with(Account a, Dispute dispute, Promise promise, Hold hold) {
        return new Account(
                a.customer(),
                a.invoices(),
                a.payments(),
                a.credits(),
                and(a.disputes(), dispute),
                a.deductions(),
                and(a.promises(), promise),
                a.plans(),
                a.contacts(),
                and(a.holds(), hold),
                null,
                null,
                null);
    }

    private static <T> List<T> and(List<T> items, T more) {
        var all = new ArrayList<>(items);
        if (more != null) {
            all.add(more);
        }
        return all;
    }

    private static boolean isHarder(Decision before, Decision after, Manifest manifest) {
        for (int i = 0; i < before.invoices().size(); i++) {
            var was = before.invoices().get(i).verdict().action();
            var is = after.invoices().get(i).verdict().action();
            if (rank(is, manifest) > rank(was, manifest)) {
                // Folded into another invoice's contact before: the customer notices no more than then.
                if (rank(is, manifest) > rank(before.customer().action(), manifest)) {
                    return true;
                }
            }
        }
        return rank(after.customer().action(), manifest)
                > rank(before.customer().action(), manifest);
    }

    /** What the customer does not notice and is not asked for is not hard. */
    private static int rank(Action action, Manifest manifest) {
        return action.isContact() || action.claim() != Claim.NOTHING ? manifest.rank(action) : -1;
    }

    private static String actions(Decision decision) {
        return decision.customer().action()
                + decision.invoices().stream()
                        .map(i -> i.id() + "=" + i.verdict().action())
                        .toList()
                        .toString();
    }
}
