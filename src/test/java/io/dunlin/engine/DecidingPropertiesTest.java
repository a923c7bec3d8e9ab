package io.dunlin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.Contact;
import io.dunlin.book.Contact.Result;
import io.dunlin.book.Credit;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Payment.State;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Accounts.Looked;
import io.dunlin.language.Manifest;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import io.dunlin.vocabulary.Decision.Verdict;
import io.dunlin.vocabulary.Invoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;

/** What holds for every customer, every day and every shipped strategy. */
@Domain(Accounts.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class DecidingPropertiesTest {

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void inputOrderNeverChangesADecision(@ForAll Looked the, @ForAll long seed) {
        var shuffled = the.with(shuffled(the.account(), new Random(seed)));
        assertThat(shuffled.decide()).isEqualTo(the.decide());
        assertThat(id(shuffled)).isEqualTo(id(the));
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void nothingDisputedPromisedHeldOrOnItsWayIsAskedFor(@ForAll Looked the) {
        var facts = facts(the);
        for (var verdict : verdicts(the.decide())) {
            var most = new TreeMap<String, BigDecimal>();
            for (var id : verdict.invoices()) {
                var i = facts.get(id);
                var withheld = i.disputedAmount()
                        .add(i.claimedDeduction())
                        .add(i.matchedDeduction())
                        .add(i.promisedAmount())
                        .add(i.inTransit());
                most.merge(i.currency(), i.balance().subtract(withheld), BigDecimal::add);
                if (verdict.action().claim() != Claim.NOTHING) {
                    assertThat(isHeld(the, id)).as("hold on %s", id).isFalse();
                }
            }
            verdict.asks()
                    .forEach((currency, amount) ->
                            assertThat(amount).isPositive().isLessThanOrEqualTo(most.get(currency)));
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void whoIsInsolventOrNotToBeContactedIsNotContacted(@ForAll Looked the) {
        var d = the.account().customer();
        boolean insolvent = d.insolventSince() != null
                && !d.insolventSince().isAfter(the.book().asOf());
        if (insolvent || d.doNotContact()) {
            assertThat(verdicts(the.decide())).noneMatch(v -> v.channel().reachesCustomer());
        }
        if (insolvent) {
            // Stopping deliveries and giving up ask the customer for nothing.
            assertThat(verdicts(the.decide()))
                    .filteredOn(v -> v.action().claim() != Claim.NOTHING)
                    .allMatch(v -> v.action() == Action.CREDIT_HOLD || v.action() == Action.WRITE_OFF);
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void aCustomerIsContactedAtMostOnceADay(@ForAll Looked the) {
        var decision = the.decide();
        var invoices = decision.invoices().stream()
                .map(InvoiceVerdict::verdict)
                .filter(DecidingPropertiesTest::isContact)
                .toList();
        var tasks = decision.tasks().stream()
                .filter(DecidingPropertiesTest::isContact)
                .toList();
        assertThat(invoices.size() + tasks.size()).isLessThanOrEqualTo(1);
        assertThat(tasks).isEmpty();
        if (!invoices.isEmpty()) {
            assertThat(decision.customer()).isEqualTo(invoices.get(0));
            assertThat(contactedOn(the, the.book().asOf())).isFalse();
            var after = confirmed(the, decision.customer());
            assertThat(verdicts(after.decide())).noneMatch(DecidingPropertiesTest::isContact);
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void aConfirmedStepIsNotRepeated(@ForAll Looked the, @ForAll long seed) {
        var numbers = the.decider().strategy().manifest().holds();
        var wanted = new ArrayList<>(verdicts(the.decide()));
        wanted.removeIf(verdict -> verdict.steps().isEmpty());
        Collections.shuffle(wanted, new Random(seed));
        for (var verdict : wanted.subList(0, Math.min(2, wanted.size()))) {
            var after = confirmed(the, verdict);
            for (int day : new int[] {0, 1, 2, 4, 6, 9, 13, 29, 61, 181}) {
                var repeated = verdicts(
                                after.at(the.book().asOf().plusDays(day)).decide())
                        .stream()
                        .flatMap(v -> v.steps().stream())
                        .filter(verdict.steps()::contains)
                        .filter(s -> day < numbers.reactionDays(s.action()) || isOnce(s));
                assertThat(repeated)
                        .as("%d days after %s", day, verdict.steps())
                        .isEmpty();
            }
        }
    }

    private static boolean isOnce(Decision.Step step) {
        return step.invoice() != null && !step.action().isRepeatable();
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aHoldNeverMakesTheAnswerHarder(@ForAll Looked the, @ForAll long seed) {
        var dice = new Random(seed);
        var until = the.book().asOf().plusDays(dice.nextInt(20));
        var from = the.book().asOf().minusDays(dice.nextInt(20));
        var whole = new Hold("~", customer(the), null, "why", from, until, null, null);
        assertNotHarder(the, null, every -> true, a -> with(a, a.disputes(), a.promises(), plus(a.holds(), whole)));
        var i = one(the, dice);
        var hold = new Hold("~", customer(the), i.id(), "why", from, until, null, null);
        assertNotHarder(the, i.id(), every -> true, a -> with(a, a.disputes(), a.promises(), plus(a.holds(), hold)));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aDisputeNeverMakesTheAnswerHarder(@ForAll Looked the, @ForAll long seed) {
        var dice = new Random(seed);
        var i = one(the, dice);
        var amount = dice.nextBoolean() ? null : i.amount().multiply(BigDecimal.valueOf(dice.nextInt(99) + 1, 2));
        var on = the.book().asOf().minusDays(dice.nextInt(40));
        var dispute = new Dispute("~", i.id(), on, amount, "why", "sales", null);
        assertNotHarder(
                the,
                i.id(),
                DecidingPropertiesTest::isFelt,
                a -> with(a, plus(a.disputes(), dispute), a.promises(), a.holds()));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void aPromiseNeverMakesTheAnswerHarder(@ForAll Looked the, @ForAll long seed) {
        var dice = new Random(seed);
        var i = one(the, dice);
        var amount = dice.nextBoolean() ? null : i.amount().multiply(BigDecimal.valueOf(dice.nextInt(99) + 1, 2));
        var on = the.book().asOf().minusDays(dice.nextInt(3));
        var promise = new Promise("~", i.id(), on, amount, the.book().asOf().plusDays(dice.nextInt(20)), null, null);
        assertNotHarder(the, i.id(), every -> true, a -> with(a, a.disputes(), plus(a.promises(), promise), a.holds()));
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void amountsOfDifferentCurrenciesAreNeverAdded(@ForAll Looked the) {
        var facts = facts(the);
        for (var verdict : verdicts(the.decide())) {
            var expected = new TreeMap<String, BigDecimal>();
            for (var id : verdict.action().claim() == Claim.NOTHING ? List.<String>of() : verdict.invoices()) {
                var i = facts.get(id);
                var own = i.amounts().of(verdict.action().claim());
                expected.merge(i.currency(), own.signum() > 0 ? own : i.collectable(), BigDecimal::add);
            }
            assertThat(verdict.asks()).isEqualTo(expected);
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void nothingAfterTheDayIsLookedAt(@ForAll Looked the, @ForAll long seed) {
        var later = the.with(withAFuture(the.account(), the.book().asOf(), new Random(seed)));
        var now = the.decide();
        assertThat(later.decide()).isEqualTo(now);
        assertThat(Snapshot.of(later.account(), later.book()).decisionId(now)).isEqualTo(id(the));
    }

    // ---- what the properties speak of

    /**
     * Harder is further down the strategy's ladder. Of the invoice itself its own answer, of the customer the hardest of
     * all there is to do. (An invoice next to it may come forward: without the hold it was only mentioned in the contact
     * about the one that is now held.)
     */
    private static void assertNotHarder(
            Looked the, String invoice, Predicate<Action> felt, UnaryOperator<Account> change) {
        var manifest = the.decider().strategy().manifest();
        var before = the.decide();
        var after = the.with(change.apply(the.account())).decide();
        assertThat(hardest(manifest, felt, verdicts(after).stream()))
                .as("%s%n%s", before, after)
                .isLessThanOrEqualTo(hardest(manifest, felt, verdicts(before).stream()));
        if (invoice != null) {
            assertThat(hardest(manifest, felt, treatment(after, invoice)))
                    .as("%s: %s%n%s", invoice, before, after)
                    .isLessThanOrEqualTo(hardest(manifest, felt, treatment(before, invoice)));
        }
    }

    /** What the customer notices or is asked for; a dispute makes work for ourselves, which is not hard on the customer. */
    private static boolean isFelt(Action action) {
        return action.isContact() || action.claim() != Claim.NOTHING;
    }

    /** The invoice's own answer, and the contact it is named in. */
    private static Stream<Verdict> treatment(Decision decision, String invoice) {
        var own =
                decision.invoices().stream().filter(i -> i.id().equals(invoice)).map(InvoiceVerdict::verdict);
        return Stream.concat(
                own, Stream.of(decision.customer()).filter(v -> v.invoices().contains(invoice)));
    }

    private static int hardest(Manifest manifest, Predicate<Action> felt, Stream<Verdict> verdicts) {
        return verdicts.filter(v -> felt.test(v.action()))
                .mapToInt(v -> manifest.rank(v.action()) * 10 + v.level())
                .max()
                .orElse(-10);
    }

    private static List<Verdict> verdicts(Decision decision) {
        var all = new ArrayList<Verdict>();
        all.add(decision.customer());
        decision.invoices().forEach(i -> all.add(i.verdict()));
        all.addAll(decision.tasks());
        return all;
    }

    private static boolean isContact(Verdict verdict) {
        return verdict.channel().reachesCustomer();
    }

    private static boolean contactedOn(Looked the, LocalDate day) {
        return the.account().contacts().stream().anyMatch(c -> c.on().equals(day) && c.countsAsContact());
    }

    private static boolean isHeld(Looked the, String invoice) {
        return the.account().holds().stream()
                .filter(h -> h.invoice() == null || h.invoice().equals(invoice))
                .anyMatch(h -> h.liftedOn() == null && h.covers(the.book().asOf()));
    }

    private static Map<String, Invoice> facts(Looked the) {
        return the
                .decider()
                .derive(io.dunlin.book.AsOf.known(the.account(), the.book().asOf()), the.book())
                .open()
                .stream()
                .collect(Collectors.toMap(o -> o.invoice().id(), o -> o.invoice()));
    }

    private static Looked confirmed(Looked the, Verdict verdict) {
        var steps = verdict.steps().stream()
                .map(s -> new Contact.Step(s.invoice(), s.action(), s.level()))
                .toList();
        var contact = new Contact(
                "~", customer(the), the.book().asOf(), verdict.channel(), Result.DONE, null, null, null, steps);
        var a = the.account();
        return the.with(new Account(
                a.customer(),
                a.invoices(),
                a.payments(),
                a.credits(),
                a.disputes(),
                a.deductions(),
                a.promises(),
                a.plans(),
                plus(a.contacts(), contact),
                a.holds(),
                null,
                null,
                null));
    }

    private static Account with(Account a, List<Dispute> disputes, List<Promise> promises, List<Hold> holds) {
        return new Account(
                a.customer(),
                a.invoices(),
                a.payments(),
                a.credits(),
                disputes,
                a.deductions(),
                promises,
                a.plans(),
                a.contacts(),
                holds,
                null,
                null,
                null);
    }

    private static Account withAFuture(Account a, LocalDate day, Random dice) {
        var on = day.plusDays(1 + dice.nextInt(30));
        var i = a.invoices().get(dice.nextInt(a.invoices().size()));
        var c = a.customer().id();
        return new Account(
                a.customer(),
                plus(a.invoices(), Receivable.of("~", c, on, on.plusDays(30), BigDecimal.TEN, i.currency())),
                plus(a.payments(), new Payment("~", c, i.id(), on, i.amount(), i.currency(), State.BOOKED, null)),
                plus(a.credits(), new Credit("~", c, null, on, i.amount(), i.currency(), null)),
                plus(a.disputes(), new Dispute("~", i.id(), on, null, "why", null, null)),
                a.deductions(),
                plus(a.promises(), new Promise("~", i.id(), on, null, on, null, null)),
                a.plans(),
                plus(
                        a.contacts(),
                        new Contact(
                                "~",
                                c,
                                on,
                                Channel.PHONE,
                                Result.DONE,
                                null,
                                null,
                                null,
                                List.of(new Contact.Step(i.id(), Action.CALL, 1)))),
                plus(a.holds(), new Hold("~", c, null, "why", on, on.plusDays(5), null, null)),
                null,
                null,
                null);
    }

    private static Account shuffled(Account a, Random dice) {
        return new Account(
                a.customer(),
                mix(a.invoices(), dice),
                mix(a.payments(), dice),
                mix(a.credits(), dice),
                mix(a.disputes(), dice),
                mix(a.deductions(), dice),
                mix(a.promises(), dice),
                mix(a.plans(), dice),
                mix(a.contacts(), dice),
                mix(a.holds(), dice),
                null,
                null,
                null);
    }

    private static <T> List<T> mix(List<T> list, Random dice) {
        var mixed = new ArrayList<>(list);
        Collections.shuffle(mixed, dice);
        return mixed;
    }

    private static <T> List<T> plus(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static Receivable one(Looked the, Random dice) {
        return the.account()
                .invoices()
                .get(dice.nextInt(the.account().invoices().size()));
    }

    private static String customer(Looked the) {
        return the.account().customer().id();
    }

    private static String id(Looked the) {
        return Snapshot.of(the.account(), the.book()).decisionId(the.decide());
    }
}
