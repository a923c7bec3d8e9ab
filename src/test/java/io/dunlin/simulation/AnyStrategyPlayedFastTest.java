package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.book.Book.SizeClasses;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.generator.Generator;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever rules ask, and however they put it: leaving days out, and asking once, changes nothing. */
class AnyStrategyPlayedFastTest {
    private static final int STRATEGIES = 20;
    private static final int CUSTOMERS = 60;
    private static final List<Account> ACCOUNTS = Generator.accounts(CUSTOMERS, 7, Generator.AS_OF)
            .map(TheSameCaseDecidedOnceTest::invoicesAndPayments)
            .toList();
    private static final LocalDate FROM = Generator.AS_OF.minusDays(150);
    private static final Window WINDOW = new Window(FROM, FROM.plusDays(119));
    private static final SizeClasses CLASSES =
            new SizeClasses("EUR", new BigDecimal("20000.00"), new BigDecimal("2000.00"));

    private static final List<String> ABOUT_INVOICES = List.of(
            "daysOverdue >= %d",
            "daysOverdue > %d",
            "daysOverdue < %d",
            "daysOverdue == %d",
            "( daysOverdue > %d || reminderLevel >= 1 )",
            "( daysOverdue >= %d || daysUntilDue == 3 )",
            "daysUntilDue <= %d",
            "daysUntilDue >= %d",
            "delinquentDays >= %d",
            "workingDaysOverdue >= %d",
            "daysSinceIssue >= %d",
            "daysSinceLastAction >= %d",
            "stepsDone contains CALL",
            "stepsDone not contains REMINDER",
            "lastAction != CALL",
            "collectable > 0",
            "collectable >= small",
            "openAmount >= big",
            "balance < big",
            "amount > small",
            "reminderLevel == 0",
            "customer.country == \"DE\"",
            "customer.debtorType != COMPANY",
            "!customer.creditHold",
            "customer.creditHold",
            "customer.overdueInvoices == 0",
            "customer.overdueTotal > big",
            "customer.sizeClass != C",
            "customer.habitualLatePayer",
            "customer.settledInvoices >= 3",
            "customer.oldestDaysOverdue > %d",
            "customer.contactsLast30Days < 3",
            "customer.daysSinceContact > %d");
    private static final List<String> ABOUT_CUSTOMERS = List.of(
            "exposure > big",
            "overdueInvoices >= 2",
            "habitualLatePayer",
            "collector == null",
            "recentlyDone not contains CREDIT_REVIEW",
            "oldestDaysOverdue > %d");
    private static final List<String> STEPS = List.of(
            "REMINDER, 1", "REMINDER, 2", "CALL, 1", "PRE_DUE_CONTACT", "LATE_CHARGE", "CREDIT_HOLD", "WRITE_OFF");
    private static final String MANIFEST = """
            name: any
            purpose: a test
            currency: EUR
            ladder: [ASSIGN_COLLECTOR, CREDIT_REVIEW, PRE_DUE_CONTACT, CALL, REMINDER, LATE_CHARGE, CREDIT_HOLD, WRITE_OFF]
            parameters:
              small: { value: 300.00, unit: EUR, meaning: "little" }
              big: { value: 2000.00, unit: EUR, meaning: "much" }
            """;

    private long fast;
    private int done;

    @Test
    void everyRowIsTheSame() {
        for (int seed = 0; seed < STRATEGIES; seed++) {
            compare("strategy " + seed, new Decider(strategy(new Random(seed)), Policies.compiled("guard")));
        }
        assertThat(fast).isGreaterThan(STRATEGIES * (CUSTOMERS - 2L));
        assertThat(done).isGreaterThan(STRATEGIES * CUSTOMERS);
    }

    /** In a contact about others: what is small or old is left out of it, whether or not it is looked at that day. */
    @Test
    void soItIsWhereAGuardWouldNotHaveAnInvoiceMentioned() {
        var guard = compiled("guard", """
                package guard;
                import io.dunlin.vocabulary.*;
                rule "G1 Not about little"
                @owner( test )
                when
                $o : Outcome( contact, invoice.balance < big )
                then
                veto( $o, LEGAL, "because" );
                end
                """);
        for (int seed = 0; seed < STRATEGIES; seed++) {
            compare("guarded strategy " + seed, new Decider(strategy(new Random(seed)), guard));
        }
        assertThat(fast).isGreaterThan(STRATEGIES * (CUSTOMERS - 2L));
    }

    private void compare(String strategy, Decider decider) {
        var books = Books.of(WINDOW, day -> new Book(day, day, Generator.rates(), CLASSES));
        var plain = new PlainPlayer(decider, WINDOW, books);
        var player = new FastPlayer(decider, WINDOW, books);
        for (var account : ACCOUNTS) {
            var expected = plain.play(account);
            var actual = player.play(account);
            var what = strategy + ", " + account.customer().id();
            assertThat(actual.done().stream().map(Done::row).toList())
                    .as(what)
                    .isEqualTo(expected.done().stream().map(Done::row).toList());
            assertThat(actual.fired()).as(what).isEqualTo(expected.fired());
            done += expected.done().size();
        }
        fast += player.effort().fast();
    }

    private static Compiled strategy(Random random) {
        var rules = IntStream.range(0, 7)
                .mapToObj(i -> i < 5
                        ? rule(i, "$i : Invoice", pick(random, ABOUT_INVOICES), "$i, " + any(random, STEPS))
                        : rule(i, "$c : Customer", pick(random, ABOUT_CUSTOMERS), "$c, CREDIT_REVIEW"))
                // Without wishes for customers more days are left out.
                .limit(random.nextBoolean() ? 7 : 5)
                .collect(Collectors.joining());
        return compiled("any", "package any;\nimport io.dunlin.vocabulary.*;\n" + rules);
    }

    private static Compiled compiled(String name, String drl) {
        var manifest = MANIFEST.replace("name: any", "name: " + name);
        try {
            return StrategyCompiler.compile(
                    new StrategyFiles(name, new TreeMap<>(Map.of(StrategyFiles.MANIFEST, manifest, "any.drl", drl))));
        } catch (StrategyRefused e) {
            throw new AssertionError(drl + e.getMessage(), e);
        }
    }

    private static String rule(int i, String pattern, String conditions, String step) {
        return "rule \"A%d any\"\n@owner( test )\nwhen\n%s( %s )\nthen\npropose( %s, \"because\" );\nend\n"
                .formatted(i, pattern, conditions, step);
    }

    private static String pick(Random random, List<String> from) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> any(random, from).formatted(1 + random.nextInt(30)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String any(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
