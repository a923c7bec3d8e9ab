package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.book.Debtor;
import io.dunlin.book.DebtorDraft;
import io.dunlin.book.Kinship;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is kept of a portfolio so that each of its customers can be decided by itself and still with what is known of its
 * payer and its group: the accounts of payers, of members their contacts, of customers that belong to nobody nothing.
 */
public final class Relatives {
    private static final String PAYERS = "payers.ndjson";
    private static final String MEMBERS = "members.ndjson";

    /** Null where they are found out on the way. */
    private final Links links;

    private final Map<String, Account> payers = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<Account> members = new ArrayList<>();
    private final Map<String, List<Account>> byGroup = new HashMap<>();
    private final Map<String, List<Account>> byPayer = new HashMap<>();

    Relatives() {
        this(null);
    }

    /** Whoever is not linked may be completed while others are still met. */
    Relatives(Links links) {
        this.links = links;
    }

    static Relatives of(Sorted sorted) {
        var relatives = new Relatives();
        try (var linked = sorted.linked()) {
            linked.forEach(relatives::meet);
        }
        relatives.addPayers(sorted);
        return relatives;
    }

    /** Somebody of the portfolio, who need not belong to anybody. */
    void meet(Stored customer) {
        if (links != null && links.payers().contains(customer.customer())) {
            payers.put(customer.customer(), customer.account());
        }
        var debtor = customer.debtor();
        if (debtor == null || (debtor.group() == null && debtor.payer() == null)) {
            return;
        }
        if (debtor.payer() != null) {
            named.add(debtor.payer());
        }
        var member = customer.account();
        if (!member.contacts().isEmpty()) {
            add(contactsOf(member));
        }
    }

    private void add(Account contacts) {
        var debtor = contacts.customer();
        members.add(contacts);
        if (debtor.group() != null) {
            byGroup.computeIfAbsent(debtor.group(), any -> new ArrayList<>()).add(contacts);
        }
        if (debtor.payer() != null) {
            byPayer.computeIfAbsent(debtor.payer(), any -> new ArrayList<>()).add(contacts);
        }
    }

    /** After everybody was met: payers may stand before those they pay for. */
    void addPayers(Sorted sorted) {
        if (!named.isEmpty()) {
            try (var paying = sorted.stored(named)) {
                paying.forEach(payer -> payers.put(payer.customer(), payer.account()));
            }
        }
    }

    void save(Path directory) throws IOException {
        write(directory.resolve(MEMBERS), members.stream());
        write(directory.resolve(PAYERS), payers.values().stream());
    }

    private static void write(Path file, Stream<Account> accounts) throws IOException {
        Files.write(file, accounts.<CharSequence>map(its -> Written.of(its).json())::iterator);
    }

    /** Null where none were saved. */
    static Relatives read(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(MEMBERS))) {
            return null;
        }
        var relatives = new Relatives();
        try (var lines = Files.lines(directory.resolve(MEMBERS))) {
            lines.map(Written::new).map(Written::facts).forEach(relatives::add);
        }
        try (var lines = Files.lines(directory.resolve(PAYERS))) {
            lines.map(Written::new)
                    .map(Written::facts)
                    .forEach(its -> relatives.payers.put(its.customer().id(), its));
        }
        return relatives;
    }

    private static Account contactsOf(Account member) {
        var debtor = member.customer();
        var nameless = DebtorDraft.of(Debtor.of(debtor.id(), null, null))
                .group(debtor.group())
                .payer(debtor.payer())
                .debtor();
        return Account.of(nameless, List.of()).withContacts(member.contacts());
    }

    /** The account of one customer as the live book would have it. */
    public Account completed(Account own) {
        var debtor = own.customer();
        var family = new LinkedHashMap<String, Account>();
        family.put(debtor.id(), own);
        if (links == null || links.all().contains(debtor.id())) {
            addFamily(debtor, family);
        }
        return new Kinship(List.copyOf(family.values())).completed(0);
    }

    private void addFamily(Debtor debtor, Map<String, Account> family) {
        var payer = payers.get(debtor.payer());
        if (payer != null) {
            family.putIfAbsent(debtor.payer(), payer);
        }
        add(byGroup.get(debtor.group()), family);
        add(byPayer.get(debtor.payer()), family);
        add(byPayer.get(debtor.id()), family);
    }

    private static void add(List<Account> members, Map<String, Account> family) {
        if (members != null) {
            members.forEach(member -> family.putIfAbsent(member.customer().id(), member));
        }
    }
}
