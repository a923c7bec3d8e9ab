package io.dunlin.portfolio;

import io.dunlin.book.Debtor;
import io.dunlin.mapping.UnreadableFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which customers belong together: those of one group, whoever pays and whom it pays for, and whoever belongs to those.
 * Kept on the heap for customers that name a group or a payer, for nobody else.
 */
final class Families {
    /** Accounts of a family are held in memory together; the largest groups of companies have a few hundred members. */
    static final int MOST_MEMBERS = 500;

    static final int MOST_ROWS = 200_000;

    private static final String CUSTOMER = "c";
    private static final String GROUP = "g";

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    void add(Debtor debtor, int itsRows) {
        if (debtor.group() != null || debtor.payer() != null) {
            rows.put(debtor.id(), itsRows);
        }
        if (debtor.group() != null) {
            join(CUSTOMER + debtor.id(), GROUP + debtor.group());
        }
        if (debtor.payer() != null) {
            join(CUSTOMER + debtor.id(), CUSTOMER + debtor.payer());
        }
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
    }

    private String root(String of) {
        var at = of;
        while (!parents.getOrDefault(at, at).equals(at)) {
            var next = parents.get(at);
            parents.put(at, parents.getOrDefault(next, next));
            at = next;
        }
        return at;
    }

    /** By customer the first member of its family; who is alone is left out. */
    Map<String, String> heads() throws UnreadableFile {
        var families = new TreeMap<String, TreeSet<String>>();
        for (var node : new ArrayList<>(parents.keySet())) {
            add(node, families);
            add(parents.get(node), families);
        }
        var heads = new HashMap<String, String>();
        for (var members : families.values()) {
            check(members);
            if (members.size() > 1) {
                members.forEach(member -> heads.put(member, members.first()));
            }
        }
        return Collections.unmodifiableMap(heads);
    }

    private void add(String node, Map<String, TreeSet<String>> families) {
        if (node.startsWith(CUSTOMER)) {
            families.computeIfAbsent(root(node), any -> new TreeSet<>(HeapRows.BYTES))
                    .add(node.substring(CUSTOMER.length()));
        }
    }

    private void check(TreeSet<String> members) throws UnreadableFile {
        long all = members.stream()
                .mapToLong(member -> rows.getOrDefault(member, 0))
                .sum();
        if (members.size() > MOST_MEMBERS || all > MOST_ROWS) {
            throw new UnreadableFile("customer `" + members.first() + "` belongs together with " + (members.size() - 1)
                    + " others by group and payer, with " + all + " rows in all; at most " + MOST_MEMBERS
                    + " customers with " + MOST_ROWS
                    + " rows can be looked at together. Is a column mapped to `group` or `payer` that means something"
                    + " else? Without it each customer is looked at alone");
        }
    }
}
