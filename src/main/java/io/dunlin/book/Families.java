package io.dunlin.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which customers belong together: those of one group, whoever pays and whom it pays for, and whoever belongs to those.
 * Kept on the heap for customers that name a group or a payer, for nobody else.
 */
public final class Families {
    /** Accounts of a family are held in memory together; the largest groups of companies have a few hundred members. */
    public static final int MOST_MEMBERS = 500;

    public static final int MOST_ROWS = 200_000;

    /** As bytes of UTF-8 are ordered, which is how databases order them. */
    public static final Comparator<String> ID_ORDER = Families::compare;

    private static final String CUSTOMER = "c";
    private static final String GROUP = "g";

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    /** Too many that belong together; the message says who. */
    public static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        private TooLarge(String message) {
            super(message);
        }
    }

    /** @param itsRows how much of it memory would have to hold */
    public void add(Member member, int itsRows) {
        if (member.group() != null || member.payer() != null) {
            rows.put(member.id(), itsRows);
        }
        if (member.group() != null) {
            join(CUSTOMER + member.id(), GROUP + member.group());
        }
        if (member.payer() != null) {
            join(CUSTOMER + member.id(), CUSTOMER + member.payer());
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
    public Map<String, String> heads() throws TooLarge {
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
            families.computeIfAbsent(root(node), any -> new TreeSet<>(ID_ORDER)).add(node.substring(CUSTOMER.length()));
        }
    }

    private void check(TreeSet<String> members) throws TooLarge {
        long all = members.stream()
                .mapToLong(member -> rows.getOrDefault(member, 0))
                .sum();
        if (members.size() > MOST_MEMBERS || all > MOST_ROWS) {
            throw new TooLarge("customer `" + members.first() + "` belongs together with " + (members.size() - 1)
                    + " others by group and payer, with " + all + " rows in all; at most " + MOST_MEMBERS
                    + " customers with " + MOST_ROWS
                    + " rows can be looked at together. Does `group` or `payer` mean something else there? Without it"
                    + " each customer is looked at alone");
        }
    }

    private static int compare(String one, String other) {
        int both = Math.min(one.length(), other.length());
        for (int i = 0; i < both; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
