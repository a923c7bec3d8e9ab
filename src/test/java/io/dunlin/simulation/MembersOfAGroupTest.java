package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Book;
import io.dunlin.book.Contact;
import io.dunlin.book.Debtor;
import io.dunlin.book.DebtorDraft;
import io.dunlin.book.Receivable;
import io.dunlin.engine.Decider;
import io.dunlin.engine.Policies;
import io.dunlin.generator.Generator;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who belongs together is played together. */
class MembersOfAGroupTest {
    /** A Monday; every invoice is due on it. */
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static final Decider CALLING = Policies.tiny(
            "$i : Invoice( collectable > 0, daysOverdue >= 1, stepsDone not contains CALL ) -> propose( $i, CALL, \"late\" );");

    @Test
    void theSecondMemberWaitsUntilTheQuietDaysOfTheGroupAreOver() {
        assertThat(contacts(CALLING, family(debtor("A", "G", null), debtor("B", "G", null), debtor("C", "H", null))))
                .as("four quiet days within a group; C is of another one")
                .containsExactly("A 2026-03-03", "B 2026-03-09", "C 2026-03-03");
    }

    @Test
    void aPayerIsQuietWithThoseItPaysForAndTheyWithEachOther() {
        assertThat(contacts(CALLING, family(debtor("A", null, "P"), debtor("B", null, "P"), debtor("P", null, null))))
                .containsExactly("A 2026-03-03", "B 2026-03-09", "P 2026-03-13");
    }

    @Test
    void theStateOfThePayerIsKnown() {
        var payerLate = Policies.tiny("$i : Invoice( collectable > 0, customer.payerDaysOverdue > 10 ) ->"
                + " propose( $i, SALES_INVOLVEMENT, 1, \"{customer.payer} is late\" );");
        var family = family(debtor("A", null, "P"), debtor("P", null, null));
        var done = player(payerLate, new Window(DUE, DUE.plusDays(30))).play(family);
        assertThat(done.get(0).done()).first().extracting(Done::on).isEqualTo(DUE.plusDays(11));
        assertThat(done.get(1).done()).isEmpty();
    }

    @Test
    void whatWasReallyDoneInTheGroupCountsBeforeTheFirstDayAndIsReplacedAfterIt() {
        var before = with(owing(debtor("B", "G", null)), DUE.minusDays(1));
        var after = with(owing(debtor("B", "G", null)), DUE.plusDays(2));
        var a = owing(debtor("A", "G", null));
        assertThat(contacts(CALLING, new Family(List.of(a, before)))).first().isEqualTo("A 2026-03-05");
        assertThat(contacts(CALLING, new Family(List.of(a, after)))).first().isEqualTo("A 2026-03-03");
    }

    @Test
    void aMemberIsExplainedWithWhatWasDoneAboutTheOthers() throws Exception {
        var calling = CALLING;
        var never = Policies.tiny(
                "$i : Invoice( collectable > 0, daysOverdue >= 1, customer.group == \"H\" ) -> propose( $i, CALL, \"late\" );");
        var family = family(debtor("A", "G", null), debtor("B", "G", null));
        var source = new Accounts(family.members());
        var basis = source.between(calling, never, DUE, DUE.plusDays(20));
        var changes = Accounts.simulation(basis, 1).count(family, new Tallies());
        assertThat(changes).extracting(Change::customer).containsExactly("A", "B");
        assertThat(changes.get(1).on()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(changes.get(1).baseline().action().name()).isEqualTo("CALL");
    }

    /** Accounts put together on the morning of each day as the ledger does, one request after the other. */
    @Test
    void generatedFamiliesAreTreatedAsTheLiveServiceWouldAskedInTheSameOrder() {
        for (var strategy : Policies.SHIPPED) {
            var decider = Policies.shipped(strategy);
            var window = new Window(Generator.AS_OF.minusDays(100), Generator.AS_OF.minusDays(30));
            var player = new FastPlayer(decider, window, Books.of(window, MembersOfAGroupTest::book));
            int quieted = 0;
            for (var family : generated()) {
                var played = player.play(family);
                assertThat(rows(played)).isEqualTo(lived(decider, family, window));
                quieted += rows(played).equals(alone(player, family)) ? 0 : 1;
            }
            assertThat(player.effort().plain()).as("counted").isGreaterThanOrEqualTo(90);
            assertThat(quieted).as("families that matter").isGreaterThan(5);
        }
    }

    @Test
    void theWholeRunCountsEveryMemberOnceAndFindsNoBrokenPromise() throws Exception {
        var families = generated();
        var all = families.stream().flatMap(f -> f.members().stream()).toList();
        var source = new Source() {
            private final Accounts accounts = new Accounts(all);

            @Override
            public Stream<? extends Supplier<Account>> accounts() {
                return accounts.accounts();
            }

            @Override
            public Stream<? extends Supplier<Family>> families() {
                return families.stream().map(family -> () -> family);
            }

            @Override
            public Book book(LocalDate day) {
                return accounts.book(day);
            }

            @Override
            public Extent extent() {
                return accounts.extent();
            }

            @Override
            public List<Input> inputs() {
                return accounts.inputs();
            }
        };
        var basis = new Accounts(all)
                .between(
                        Policies.shipped("standard"),
                        Policies.shipped("small-business"),
                        Generator.AS_OF.minusDays(60),
                        Generator.AS_OF);
        var one = Accounts.simulation(basis, 1).run(source, new Accounts.Quiet(new ArrayList<>()));
        var three = Accounts.simulation(basis, 3).run(source, new Accounts.Quiet(new ArrayList<>()));
        assertThat(one.customers).isEqualTo(all.size());
        assertThat(one.violations).isEmpty();
        assertThat(three.fingerprint.hex()).isEqualTo(one.fingerprint.hex());
    }

    private static List<List<String>> lived(Decider decider, Family family, Window window) {
        var contacts = new TreeMap<String, List<Contact>>();
        var debtors = new TreeMap<String, Debtor>();
        var done = new TreeMap<String, List<String>>();
        for (var account : family.members()) {
            var id = account.customer().id();
            contacts.put(id, new ArrayList<>(account.contacts()));
            contacts.get(id).removeIf(c -> !c.on().isBefore(window.from()));
            debtors.put(id, account.customer());
            done.put(id, new ArrayList<>());
        }
        var handedOver = new TreeMap<String, java.util.Set<String>>();
        for (var day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            for (var account : family.members()) {
                var id = account.customer().id();
                if (!io.dunlin.engine.WorkingDays.isWorking(account.customer().country(), day)) {
                    continue;
                }
                var asked = asked(account, family, contacts, debtors);
                var decision = decider.decide(
                        asked, Books.of(window, MembersOfAGroupTest::book).on(day));
                for (var step : Done.of(decision, handedOver.computeIfAbsent(id, any -> new java.util.HashSet<>()))) {
                    done.get(id).add(step.row());
                    if (step.action() != io.dunlin.vocabulary.Action.NEEDS_HUMAN) {
                        contacts.get(id)
                                .add(new Contact(
                                        "sim-" + (simulated(contacts.get(id)) + 1),
                                        id,
                                        day,
                                        step.channel(),
                                        Contact.Result.DONE,
                                        null,
                                        null,
                                        null,
                                        step.steps()));
                        debtors.put(id, OwnCopy.after(step.action(), day, debtors.get(id)));
                    }
                }
            }
        }
        return List.copyOf(done.values());
    }

    private static long simulated(List<Contact> contacts) {
        return contacts.stream().filter(c -> c.id().startsWith("sim-")).count();
    }

    private static Account asked(
            Account account, Family family, Map<String, List<Contact>> contacts, Map<String, Debtor> debtors) {
        var own = account.customer();
        var group = new ArrayList<Contact>();
        for (var other : family.members()) {
            var its = other.customer();
            boolean sameGroup = own.group() != null && own.group().equals(its.group());
            boolean samePayer = own.payer() != null && own.payer().equals(its.payer());
            boolean paidFor = own.id().equals(its.payer());
            if (other != account && !its.id().equals(own.payer()) && (sameGroup || samePayer || paidFor)) {
                group.addAll(contacts.get(its.id()));
            }
        }
        var payer = family.members().stream()
                .filter(m -> m.customer().id().equals(own.payer()))
                .findFirst()
                .map(m -> AccountDraft.of(
                                m.withContacts(contacts.get(m.customer().id())))
                        .customer(debtors.get(m.customer().id()))
                        .account());
        return AccountDraft.of(account.withContacts(contacts.get(own.id())))
                .customer(debtors.get(own.id()))
                .payer(payer.orElse(null))
                .groupContacts(group)
                .account();
    }

    /** Thirty families of three: a group, a payer with two it pays for, or a group whose first member pays for the last. */
    private static List<Family> generated() {
        var dice = new Random(5);
        var accounts = Generator.accounts(90, 77, Generator.AS_OF).toList();
        var families = new ArrayList<Family>();
        for (int f = 0; f < 30; f++) {
            int kind = dice.nextInt(3);
            var members = new ArrayList<Account>();
            var first = accounts.get(f * 3).customer().id();
            for (int m = 0; m < 3; m++) {
                var account = accounts.get(f * 3 + m);
                var group = kind == 1 ? null : "G" + f;
                var payer = m > 0 && (kind == 1 || (kind == 2 && m == 2)) ? first : null;
                members.add(AccountDraft.of(account)
                        .customer(linked(account.customer(), group, payer))
                        .account());
            }
            families.add(new Family(members));
        }
        return families;
    }

    private static Book book(LocalDate day) {
        return new Book(day, day, Generator.rates(), null);
    }

    private static List<List<String>> rows(List<Played> played) {
        return played.stream()
                .map(its -> its.done().stream().map(Done::row).toList())
                .toList();
    }

    private static List<List<String>> alone(Player player, Family family) {
        return rows(family.members().stream().map(player::play).toList());
    }

    private static PlainPlayer player(Decider decider, Window window) {
        return new PlainPlayer(decider, window, Books.of(window, Book::on));
    }

    private static List<String> contacts(Decider decider, Family family) {
        var played = player(decider, new Window(DUE, DUE.plusDays(20))).play(family);
        var all = new ArrayList<String>();
        for (int m = 0; m < played.size(); m++) {
            for (var done : played.get(m).done()) {
                all.add(family.members().get(m).customer().id() + " " + done.on());
            }
        }
        return all;
    }

    private static Family family(Debtor... debtors) {
        return new Family(Stream.of(debtors).map(MembersOfAGroupTest::owing).toList());
    }

    private static Account owing(Debtor debtor) {
        var invoice =
                Receivable.of("I-" + debtor.id(), debtor.id(), DUE.minusDays(30), DUE, new BigDecimal("100.00"), "EUR");
        return Account.of(debtor, List.of(invoice));
    }

    private static Account with(Account account, LocalDate contactedOn) {
        return account.withContacts(List.of(new Contact(
                "c", account.customer().id(), contactedOn, Channel.PHONE, null, null, null, null, List.of())));
    }

    static Debtor debtor(String id, String group, String payer) {
        var d = Debtor.of(id, id, "DE");
        return new Debtor(
                d.id(),
                d.name(),
                "DE",
                null,
                null,
                null,
                group,
                null,
                null,
                "a@b.example",
                "1",
                "x",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                payer);
    }

    private static Debtor linked(Debtor d, String group, String payer) {
        return DebtorDraft.of(d).group(group).payer(payer).debtor();
    }
}
