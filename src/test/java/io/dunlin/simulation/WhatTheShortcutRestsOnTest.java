package io.dunlin.simulation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Book;
import io.dunlin.book.Contact;
import io.dunlin.book.Credit;
import io.dunlin.book.Debtor;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.ManualOverride;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Choice;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.generator.Generator;
import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Rates;
import io.dunlin.vocabulary.Word;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a rule asks and whatever an account has: the fast answer is the plain one, or there is none and it is counted. */
class WhatTheShortcutRestsOnTest {
    private static final LocalDate DAY = Generator.AS_OF.minusDays(60);
    private static final Window WINDOW = new Window(DAY, DAY.plusDays(35));
    private static final String MANIFEST = """
            name: %s
            purpose: a test
            parameters:
              limit: { value: 800.00, unit: EUR, meaning: "an amount" }
            """;
    private static final String LADDER = "ladder: [CREDIT_REVIEW, REMINDER, CALL]\n";
    private static final List<Account> BOOK = Generator.accounts(14, 99, Generator.AS_OF)
            .map(TheSameCaseDecidedOnceTest::invoicesAndPayments)
            .toList();

    /** Each field of the vocabulary in a rule about invoices, in one about customers, and in the guard. */
    @Test
    void everyFieldAndEveryKindOfQuestion() throws Exception {
        var plainly = new TreeSet<String>();
        int asked = 0;
        for (var question : questions()) {
            var decider = asking(question);
            if (decider == null) {
                continue;
            }
            asked++;
            var effort = compare(decider, question.getValue());
            if (effort.fast() == 0) {
                assertThat(effort.objections()).as(question.getValue()).isNotEmpty();
                plainly.add(question.getKey());
            }
        }
        assertThat(asked).as("questions that the language lets be asked").isGreaterThan(80);
        assertThat(plainly).as("fields that no number of a case covers").containsExactlyInAnyOrderElementsOf(PLAINLY);
    }

    private static final List<String> PLAINLY =
            List.of("invoice.due", "invoice.id", "invoice.issued", "invoice.lastActionOn");

    @Test
    void fieldsComparedWithEachOther() throws Exception {
        var fast = new ArrayList<String>();
        for (var question : List.of(
                "invoice: daysOverdue > daysSinceIssue",
                "invoice: balance < amount",
                "invoice: customer.exposure > customer.creditLimit",
                "invoice: daysOverdue > customer.averageDaysLate",
                "customer: averageDaysLate > oldestDaysOverdue",
                "customer: overdueTotal >= exposure",
                "customer: collectableTotal < overdueTotal",
                "customer: salesperson == collector")) {
            var parts = question.split(": ");
            var decider = asking(Map.entry(parts[0] + ".", parts[1]));
            if (decider != null && compare(decider, question).fast() > 0) {
                fast.add(question);
            }
        }
        assertThat(fast)
                .containsExactly(
                        "invoice: customer.exposure > customer.creditLimit",
                        "customer: overdueTotal >= exposure",
                        "customer: collectableTotal < overdueTotal");
    }

    @Test
    void moreQuestionsThanANumberHolds() throws Exception {
        var pairs = many(
                31,
                n -> rule(
                        "T" + n,
                        "$c : Customer( overdueTotal " + (n % 2 == 0 ? ">" : ">=") + " exposure )",
                        "propose( $c, CREDIT_REVIEW, \"look\" )"));
        assertThat(compare(pairs, "pairs").objections()).anyMatch(o -> o.contains("more questions than fit"));
        var ages = many(
                200,
                n -> rule(
                        "T" + n,
                        "$i : Invoice( collectable > 0, daysOverdue > " + n + " || daysUntilDue > " + n
                                + " || workingDaysOverdue > " + n + " || daysSinceIssue > " + n
                                + " || delinquentDays > " + n + " )",
                        "propose( $i, CALL, \"late\" )"));
        assertThat(compare(ages, "ages").objections()).anyMatch(o -> o.contains("more questions than fit"));
    }

    private static Decider many(int rules, IntFunction<String> rule) throws StrategyRefused {
        var text = IntStream.range(1, rules + 1).mapToObj(rule).collect(joining());
        return new Decider(compile("tiny", LADDER, text), compile("guard", "", ""));
    }

    @Test
    void aLadderThatIsBegunAnew() {
        var shipped = Policies.shipped("standard");
        var since = new Decider(
                shipped.strategy(),
                shipped.guard(),
                new Choice(Choice.ChosenBy.DEFAULT, DAY.minusDays(10), null, null));
        var effort = compare(since, "steps since");
        assertThat(effort.fast()).isZero();
        assertThat(effort.objections()).singleElement().asString().contains("begun anew");
    }

    @Test
    void ratesThatChangeWithinTheDays() {
        var proof = new ShortcutProof(
                Policies.shipped("standard"),
                WINDOW,
                day -> new Book(
                        day,
                        day,
                        new Rates(Map.of(
                                "EUR",
                                BigDecimal.ONE,
                                "USD",
                                new BigDecimal(day.getMonthValue()),
                                "GBP",
                                BigDecimal.TEN)),
                        null));
        BOOK.forEach(proof::compare);
        assertThat(proof.effort().fast()).isZero();
        assertThat(proof.effort().objections()).singleElement().asString().contains("exchange rates change");
    }

    @Test
    void whateverElseAnAccountHas() {
        var plainly = new ArrayList<String>();
        variants().forEach((what, account) -> {
            var proof = new ShortcutProof(Policies.shipped("standard"), WINDOW, WhatTheShortcutRestsOnTest::book);
            proof.compare(account);
            if (proof.effort().plain() == 1) {
                plainly.add(what);
            }
        });
        var fast = new TreeSet<>(variants().keySet());
        plainly.forEach(fast::remove);
        assertThat(fast)
                .as("what numbers hold; all else is played plainly")
                .containsExactly("a contact that was made", "a credit", "a part payment", "nothing else");
    }

    private static Map<String, Account> variants() {
        var all = new TreeMap<String, Account>();
        all.put("nothing else", draft().account());
        all.put(
                "a part payment",
                draft().payments(payment("40.00", "EUR", null, null)).account());
        all.put("a contact that was made", draft().contacts(contact(null, "I")).account());
        all.put(
                "a contact that was answered",
                draft().contacts(contact(Contact.Result.ANSWERED, "I")).account());
        all.put(
                "a contact without an answer",
                draft().contacts(contact(Contact.Result.NO_ANSWER, "I")).account());
        all.put(
                "a contact about an unknown invoice",
                draft().contacts(contact(null, "X")).account());
        all.put(
                "money in transit",
                draft().payments(payment("40.00", "EUR", Payment.State.IN_TRANSIT, null))
                        .account());
        all.put(
                "a payment that was reversed",
                draft().payments(payment("40.00", "EUR", null, DAY.plusDays(9))).account());
        all.put(
                "more paid than owed",
                draft().payments(payment("1000.01", "EUR", null, null)).account());
        all.put(
                "a payment of another currency",
                draft().payments(payment("40.00", "USD", null, null)).account());
        all.put(
                "a payment of no invoice",
                draft().payments(new Payment(
                                "p", "C", null, DAY.plusDays(3), new BigDecimal("40.00"), "EUR", null, null))
                        .account());
        all.put(
                "money finer than a cent",
                draft().payments(payment("40.005", "EUR", null, null)).account());
        all.put(
                "another currency",
                draft().invoices(receivable("J", DAY.plusDays(2), "50.00", "USD"))
                        .account());
        all.put(
                "an invoice without a due date",
                draft().invoices(receivable("J", null, "50.00", "EUR")).account());
        all.put(
                "an amount larger than a number",
                draft().invoices(receivable("J", DAY, "99999999999999999999.00", "EUR"))
                        .account());
        all.put(
                "an invoice that never arrived",
                draft().invoices(special(true, null)).account());
        all.put(
                "an invoice given up",
                draft().invoices(special(false, DAY.plusDays(5))).account());
        all.put(
                "a credit",
                draft().credits(new Credit("c", "C", "I", DAY, BigDecimal.TEN, "EUR", null))
                        .account());
        all.put(
                "a dispute",
                draft().disputes(new Dispute("d", "I", DAY, null, "why", null, null))
                        .account());
        all.put(
                "a deduction",
                draft().deductions(new Deduction("d", "I", DAY, BigDecimal.TEN, "why", null, null, null, null))
                        .account());
        all.put(
                "a promise",
                draft().promises(new Promise("p", "I", DAY, null, DAY.plusDays(9), null, null))
                        .account());
        all.put(
                "a plan",
                draft().plans(new Plan(
                                "p",
                                "C",
                                List.of("I"),
                                DAY,
                                List.of(new Plan.Instalment(DAY.plusDays(9), new BigDecimal("1000.00"))),
                                null,
                                null))
                        .account());
        all.put(
                "a hold",
                draft().holds(new Hold("h", "C", null, "why", DAY, DAY.plusDays(9), null, null))
                        .account());
        all.put(
                "an override",
                draft().overrides(new ManualOverride(
                                "o",
                                "C",
                                null,
                                Action.NO_ACTION,
                                1,
                                ManualOverride.Reason.GOODWILL,
                                "x",
                                "Kim",
                                DAY,
                                DAY.plusDays(9),
                                null))
                        .account());
        all.put(
                "a payer",
                draft().payer(Account.of(Debtor.of("P", "P", "DE"), List.of())).account());
        all.put(
                "contacts with its group",
                draft().groupContacts(new Contact(
                                "g", "G", DAY.minusDays(2), Channel.PHONE, null, null, null, null, List.of()))
                        .account());
        return all;
    }

    private static AccountDraft draft() {
        return new AccountDraft()
                .customer(MembersOfAGroupTest.debtor("C", null, null))
                .invoices(receivable("I", DAY.minusDays(10), "1000.00", "EUR"));
    }

    private static Receivable receivable(String id, LocalDate due, String amount, String currency) {
        return Receivable.of(id, "C", DAY.minusDays(40), due, new BigDecimal(amount), currency);
    }

    private static Receivable special(boolean undelivered, LocalDate writtenOffOn) {
        var r = receivable("J", DAY, "50.00", "EUR");
        return new Receivable(
                r.id(), "C", r.issued(), r.due(), r.amount(), "EUR", null, null, undelivered, null, writtenOffOn);
    }

    private static Payment payment(String amount, String currency, Payment.State state, LocalDate reversedOn) {
        return new Payment("p", "C", "I", DAY.plusDays(3), new BigDecimal(amount), currency, state, reversedOn);
    }

    private static Contact contact(Contact.Result result, String invoice) {
        var step = new Contact.Step(invoice, Action.REMINDER, 1);
        return new Contact("k", "C", DAY.minusDays(5), Channel.EMAIL, result, null, null, null, List.of(step));
    }

    private static FastPlayer.Effort compare(Decider decider, String what) {
        var proof = new ShortcutProof(decider, WINDOW, WhatTheShortcutRestsOnTest::book);
        for (var account : BOOK) {
            try {
                proof.compare(account);
            } catch (AssertionError e) {
                throw new AssertionError(what + ": " + e.getMessage(), e);
            }
        }
        return proof.effort();
    }

    private static Book book(LocalDate day) {
        var classes = new Book.SizeClasses("EUR", new BigDecimal("9000"), new BigDecimal("900"));
        return new Book(day, day, Generator.rates(), classes);
    }

    /** By field the condition that asks for it. */
    private static List<Map.Entry<String, String>> questions() {
        var all = new ArrayList<Map.Entry<String, String>>();
        for (var fact : List.<Class<?>>of(Invoice.class, Customer.class)) {
            var of = fact.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ".";
            Arrays.stream(fact.getMethods())
                    .filter(method -> method.isAnnotationPresent(Word.class))
                    .sorted(java.util.Comparator.comparing(Method::getName))
                    .forEach(method -> conditions(method).forEach(c -> all.add(Map.entry(of + method.getName(), c))));
        }
        return all;
    }

    private static List<String> conditions(Method method) {
        var name = method.getName();
        var type = method.getReturnType();
        if (type == boolean.class) {
            return List.of(name);
        }
        if (type == int.class) {
            return List.of(name + " > 9");
        }
        if (type == Integer.class) {
            return List.of(name + " <= 9", name + " == null");
        }
        if (type == BigDecimal.class) {
            return List.of(name + " > limit");
        }
        if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return List.of(name + " != " + constants[constants.length - 1]);
        }
        return type == String.class
                ? List.of(name + " == \"DE\"", name + " != null")
                : type == java.util.Set.class
                        ? List.of(name + " contains " + element(name))
                        : List.of(name + " != null");
    }

    private static String element(String set) {
        return set.equals("answersOn") ? "PHONE" : "CALL";
    }

    /** Null where the language does not let it be asked. */
    private static Decider asking(Map.Entry<String, String> question) throws Exception {
        boolean ofInvoice = question.getKey().startsWith("invoice.");
        var condition = question.getValue();
        var strategy = rule("T1", "$i : Invoice( collectable > 0 )", "propose( $i, REMINDER, 1, \"late\" )")
                + rule(
                        "T2",
                        "$i : Invoice( collectable > 0, daysOverdue > 3, " + (ofInvoice ? condition : under(condition))
                                + " )",
                        "propose( $i, CALL, \"later\" )")
                + (ofInvoice
                        ? ""
                        : rule(
                                "T3",
                                "$c : Customer( exposure > 0, " + condition + " )",
                                "propose( $c, CREDIT_REVIEW, \"look\" )"));
        var guard = rule(
                "G1",
                "$o : Outcome( action == REMINDER, " + (ofInvoice ? under("invoice.", condition) : under(condition))
                        + " )",
                "veto( $o, CREDIT, \"no\" )");
        try {
            return new Decider(compile("tiny", LADDER, strategy), compile("guard", "", guard));
        } catch (StrategyRefused e) {
            return null;
        }
    }

    private static String under(String condition) {
        return under("customer.", condition);
    }

    private static String under(String path, String condition) {
        return Arrays.stream(condition.split(", "))
                .map(part -> part.startsWith("(") ? part.replaceAll("(\\( |\\|\\| )", "$1" + path) : path + part)
                .map(part -> part.replaceAll(
                        "([<>=]+) (exposure|creditLimit|oldestDaysOverdue|overdueTotal|collector|amount|daysSinceIssue|customer)",
                        "$1 " + path + "$2"))
                .collect(joining(", "));
    }

    private static String rule(String id, String when, String then) {
        return "rule \"%s test rule\"\n@owner( test )\nwhen\n    %s\nthen\n    %s;\nend\n".formatted(id, when, then);
    }

    private static Compiled compile(String name, String more, String rules) throws StrategyRefused {
        var drl = "package " + name + ";\nimport io.dunlin.vocabulary.*;\n" + rules;
        return StrategyCompiler.compile(new StrategyFiles(
                name, new TreeMap<>(Map.of("strategy.yaml", MANIFEST.formatted(name) + more, "t.drl", drl))));
    }
}
