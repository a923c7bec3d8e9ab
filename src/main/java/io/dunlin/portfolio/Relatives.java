package io.dunlin.portfolio;

import io.dunlin.book.Account;
import io.dunlin.book.Debtor;
import io.dunlin.book.DebtorDraft;
import io.dunlin.book.Kinship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a portfolio so that each of its customers can be decided by itself and still with what is known of its
 * payer and its group: the accounts of payers, of members their contacts, of customers that belong to nobody nothing.
 */
public final class Relatives {
    private final Map<String, Account> payers = new HashMap<>();
    private final Map<String, List<Account>> byGroup = new HashMap<>();
    private final Map<String, List<Account>> byPayer = new HashMap<>();

    private Relatives() {}

    static Relatives of(Sorted sorted) {
        var relatives = new Relatives();
        var named = new HashSet<String>();
        try (var linked = sorted.linked()) {
            linked.filter(Relatives::belongsToSomebody).map(Stored::account).forEach(member -> {
                relatives.add(member);
                Optional.ofNullable(member.customer().payer()).ifPresent(named::add);
            });
        }
        if (!named.isEmpty()) {
            try (var paying = sorted.stored(named)) {
                paying.forEach(payer -> relatives.payers.put(payer.customer(), payer.account()));
            }
        }
        return relatives;
    }

    private static boolean belongsToSomebody(Stored customer) {
        var debtor = customer.debtor();
        return debtor != null && (debtor.group() != null || debtor.payer() != null);
    }

    private void add(Account member) {
        var debtor = member.customer();
        if (member.contacts().isEmpty()) {
            return;
        }
        var contacts = contactsOf(member);
        if (debtor.group() != null) {
            byGroup.computeIfAbsent(debtor.group(), any -> new ArrayList<>()).add(contacts);
        }
        if (debtor.payer() != null) {
            byPayer.computeIfAbsent(debtor.payer(), any -> new ArrayList<>()).add(contacts);
        }
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
        var payer = payers.get(debtor.payer());
        if (payer != null) {
            family.putIfAbsent(debtor.payer(), payer);
        }
        add(byGroup.get(debtor.group()), family);
        add(byPayer.get(debtor.payer()), family);
        add(byPayer.get(debtor.id()), family);
        return new Kinship(List.copyOf(family.values())).completed(0);
    }

    private static void add(List<Account> members, Map<String, Account> family) {
        if (members != null) {
            members.forEach(member -> family.putIfAbsent(member.customer().id(), member));
        }
    }
}
