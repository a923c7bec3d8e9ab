package io.dunlin.generator;

import io.dunlin.book.Debtor;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Who a generated customer is: where, how large, and how it pays. */
final class GeneratedCustomer {
    private static final List<String> NAMES = List.of(
            "Amsel",
            "Brandt",
            "Castor",
            "Delbrook",
            "Ester",
            "Falk",
            "Garnet",
            "Heron",
            "Isar",
            "Juniper",
            "Kestrel",
            "Linden",
            "Merle",
            "Norden",
            "Osprey",
            "Plover",
            "Quarz",
            "Robin",
            "Sandpiper",
            "Tern",
            "Ulmer",
            "Vireo",
            "Wren",
            "Yarrow",
            "Zander");
    private static final List<String> TRADES = List.of(
            "Bakeries",
            "Components",
            "Dairy",
            "Electric",
            "Foods",
            "Garden",
            "Hotels",
            "Instruments",
            "Joinery",
            "Logistics",
            "Machines",
            "Office",
            "Paper",
            "Retail",
            "Systems",
            "Tools");
    private static final List<String> SEGMENTS =
            List.of("retail", "wholesale", "manufacturing", "hospitality", "public");
    private static final int[] TERMS = {14, 30, 45, 60, 90};

    private final int number;
    private final Dice dice;
    private final LocalDate asOf;
    final Market market;
    final int termDays;
    /** Many times the usual customer. */
    final double size;
    /** Usual days from due to paid, and how far it strays. */
    final double habit;

    final double straying;
    /** Whether old invoices are simply not paid. */
    final boolean failing;

    GeneratedCustomer(int number, Dice dice, LocalDate asOf) {
        this.number = number;
        this.dice = dice;
        this.asOf = asOf;
        this.market = Market.any(dice);
        this.termDays = TERMS[dice.weighted(20, 50, 12, 13, 5)];
        this.size = dice.pareto(1.05, 2000);
        switch (dice.weighted(35, 38, 21, 6)) {
            case 0 -> {
                habit = -4;
                straying = 4;
            }
            case 1 -> {
                habit = 5;
                straying = 7;
            }
            case 2 -> {
                habit = 24;
                straying = 18;
            }
            default -> {
                habit = 70;
                straying = 40;
            }
        }
        this.failing = dice.chance(0.02);
    }

    String id() {
        var digits = Integer.toString(number);
        return "C" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
    }

    Debtor debtor() {
        var name = dice.one(NAMES) + " " + dice.one(TRADES) + " " + number;
        var type = List.of(DebtorType.COMPANY, DebtorType.SOLE_TRADER, DebtorType.PUBLIC_BODY, DebtorType.UNKNOWN)
                .get(dice.weighted(78, 14, 6, 2));
        var limited = dice.chance(0.4);
        var mail = dice.chance(0.93) ? "billing@customer-" + number + ".example" : null;
        var phone = dice.chance(0.9) ? "+00 555 " + (1000000 + number) : null;
        return new Debtor(
                id(),
                name,
                market.country(),
                market.zone(),
                market.language(),
                type,
                dice.chance(0.08) ? "G" + (number / 50) : null,
                dice.one(SEGMENTS),
                dice.chance(0.3)
                        ? List.of(Channel.EMAIL, Channel.PHONE, Channel.LETTER).get(dice.weighted(60, 25, 15))
                        : null,
                mail,
                phone,
                number % 190 + 1 + " Example Street",
                dice.chance(0.02) ? Set.of(Channel.EMAIL) : Set.of(),
                dice.chance(0.7) ? asOf.minusDays(dice.between(5, 500)) : null,
                "sales-" + dice.between(1, 20),
                dice.chance(0.85) ? "collector-" + dice.between(1, 12) : null,
                limited ? creditLimit() : null,
                limited ? market.currency() : null,
                failing && dice.chance(0.3) ? asOf.minusDays(dice.between(1, 60)) : null,
                failing && dice.chance(0.25) ? asOf.minusDays(dice.between(1, 90)) : null,
                dice.chance(0.003),
                null,
                null,
                null);
    }

    private BigDecimal creditLimit() {
        var thousands = 1 + Math.round(size * market.rate() * dice.between(2, 12));
        return BigDecimal.valueOf(thousands * 1000).setScale(2, RoundingMode.UNNECESSARY);
    }
}
