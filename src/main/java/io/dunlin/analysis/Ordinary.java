package io.dunlin.analysis;

import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import io.dunlin.vocabulary.Invoice.PromiseState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a reader expects where nothing is said: an example differs from it only where it must. */
final class Ordinary {
    private static final long THOUSAND = 1_000_000_000L;
    private static final Set<String> A_THOUSAND = Set.of(
            "amount",
            "balance",
            "openAmount",
            "collectable",
            "exposure",
            "overdueTotal",
            "collectableTotal",
            "creditLimit");
    private static final Map<String, Long> NUMBERS = Map.of(
            "daysOverdue", 30L,
            "daysSinceIssue", 60L,
            "workingDaysOverdue", 21L,
            "delinquentDays", 27L,
            "oldestDaysOverdue", 30L,
            "overdueInvoices", 1L,
            "level", 1L,
            "bankDataAge", 0L,
            "debtorType", (long) DebtorType.COMPANY.ordinal(),
            "sizeClass", (long) SizeClass.B.ordinal());
    private static final Set<String> YES =
            Set.of("delivered", "billingContactConfirmed", "workingDay", "contact", "claimsMoney");
    private static final Set<String> KNOWN = Set.of("due", "issued", "collector", "name", "bankDataAge");

    private Ordinary() {}

    static long of(Dim dim) {
        var name = name(dim.path());
        if (dim.universe().hasMissing() && !KNOWN.contains(name) && !dim.path().startsWith("invoice.")) {
            return Values.MISSING;
        }
        return switch (dim.kind()) {
            case MONEY -> A_THOUSAND.contains(name) ? THOUSAND : 0;
            case YES_NO -> YES.contains(name) ? 1 : 0;
            case WORD -> NUMBERS.getOrDefault(name, (long) PromiseState.NONE.ordinal());
            default -> NUMBERS.getOrDefault(name, 0L);
        };
    }

    /** What is tried, in this order; the ordinary value first. */
    static long[] wishes(Dim dim, Values values) {
        var wished = of(dim);
        if (wished == Values.MISSING && values.hasMissing()) {
            return new long[] {Values.MISSING};
        }
        if (values.isOnlyMissing()) {
            return new long[] {Values.MISSING};
        }
        var closest = values.closestTo(wished == Values.MISSING ? 0 : wished);
        var rounded = dim.kind() == Dim.Kind.MONEY ? rounded(closest, values) : closest;
        return new long[] {rounded, closest, values.min(), values.max()};
    }

    /** Whole cents, where there are any. */
    private static long rounded(long amount, Values values) {
        var down = Math.floorDiv(amount, 10_000L) * 10_000L;
        return values.contains(down) ? down : values.contains(down + 10_000L) ? down + 10_000L : amount;
    }

    /** Texts for a field, the ordinary one first, without end. */
    static Stream<String> texts(String path) {
        var name = name(path);
        var known =
                switch (name) {
                    case "country" ->
                        List.of("DE", "FR", "AT", "NL", "PL", "SE", "CH", "IT", "ES", "DK", "NO", "FI", "BE");
                    case "currency" -> List.of("EUR", "USD", "GBP", "CHF", "PLN", "SEK");
                    default -> List.<String>of();
                };
        return Stream.concat(known.stream(), IntStream.iterate(1, i -> i + 1).mapToObj(i -> name + "-" + i));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
