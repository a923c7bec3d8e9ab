package io.dunlin.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.dunlin.book.Contact;
import io.dunlin.book.Debtor;
import io.dunlin.book.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.hibernate.Session;

/** Who belongs together: who pays for whom, and customers of one group, who are left in peace together. */
@ApplicationScoped
public class Kin {
    private static final String MEMBERS = """
            select id, customer_group, payer from customers
            where customer_group = any(:groups) or payer = any(:payers) order by id
            """;

    private final EntityManager database;

    Kin(EntityManager database) {
        this.database = database;
    }

    /** Gives each customer its payer's account and the contacts of its group; the same few queries for one as for many. */
    void complete(Collection<Gathered> accounts, Function<Collection<String>, Map<String, Gathered>> read) {
        var debtors = accounts.stream().map(account -> account.customer).toList();
        var payers = named(debtors, Debtor::payer);
        if (!payers.isEmpty()) {
            var known = read.apply(payers);
            accounts.stream()
                    .filter(a -> a.customer.payer() != null && known.containsKey(a.customer.payer()))
                    .forEach(a -> a.payer = known.get(a.customer.payer()).account());
        }
        var members = members(debtors, payers);
        if (!members.isEmpty()) {
            contacts(accounts, members);
        }
    }

    private List<Member> members(List<Debtor> debtors, Collection<String> payers) {
        var groups = named(debtors, Debtor::group);
        var ids = named(debtors, Debtor::id);
        ids.addAll(payers);
        return database
                .unwrap(Session.class)
                .createNativeQuery(MEMBERS, Object[].class)
                .setParameter("groups", groups.toArray(String[]::new))
                .setParameter("payers", ids.toArray(String[]::new))
                .getResultList()
                .stream()
                .map(row -> new Member((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private void contacts(Collection<Gathered> accounts, List<Member> members) {
        var ids = members.stream().map(Member::id).distinct().toArray(String[]::new);
        var contacts = database
                .unwrap(Session.class)
                .createNativeQuery("select * from contacts where customer = any(:ids) order by id", ContactRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(ContactRow::toBook)
                .collect(groupingBy(Contact::customer));
        for (var account : accounts) {
            members.stream()
                    .filter(member -> member.belongsTo(account.customer))
                    .flatMap(member -> contacts.getOrDefault(member.id(), List.of()).stream())
                    .forEach(account.groupContacts::add);
        }
    }

    private static TreeSet<String> named(List<Debtor> debtors, Function<Debtor, String> name) {
        return debtors.stream().map(name).filter(Objects::nonNull).collect(toCollection(TreeSet::new));
    }
}
