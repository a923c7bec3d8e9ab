package io.dunlin.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LuckTest {
    private static final int MANY = 100_000;
    private static final long KEY = -381537105342115222L;
    private static final double FIRST = 0.644183513705006;
    private static final double LAST = 0.7858893125135032;

    /** Computed by a script in another language: another Java, machine or release must draw the same. */
    @Test
    void isTheSameEverywhere() {
        assertThat(Luck.key(1, "invoice")).isEqualTo(KEY);
        assertThat(Luck.unit(KEY, 0, 0)).isEqualTo(FIRST);
        assertThat(Luck.unit(KEY, 999, 8)).isEqualTo(LAST);
    }

    @Test
    void isSpreadEvenlyOverDrawsAndInvoices() {
        evenly(draw -> Luck.unit(Luck.key(7, "one"), draw, 0));
        evenly(draw -> Luck.unit(Luck.key(7, "one"), 0, draw));
        evenly(invoice -> Luck.unit(Luck.key(7, "invoice-" + invoice), 3, 0));
        evenly(seed -> Luck.unit(Luck.key(seed, "one"), 3, 0));
    }

    private static void evenly(IntToDoubleFunction luck) {
        var units = IntStream.range(0, MANY).mapToDouble(luck).toArray();
        var bins = new int[100];
        double sum = 0;
        double next = 0;
        for (int i = 0; i < MANY; i++) {
            assertThat(units[i]).isBetween(0.0, Math.nextDown(1.0));
            bins[(int) (units[i] * bins.length)]++;
            sum += units[i];
            next += (units[i] - 0.5) * (units[(i + 1) % MANY] - 0.5);
        }
        double chiSquare = 0;
        for (int bin : bins) {
            chiSquare += Math.pow(bin - MANY / 100.0, 2) / (MANY / 100.0);
        }
        assertThat(sum / MANY).isCloseTo(0.5, within(4 / Math.sqrt(12.0 * MANY)));
        assertThat(chiSquare).as("99 degrees of freedom").isBetween(50.0, 160.0);
        assertThat(next / MANY * 12).as("correlation of neighbours").isCloseTo(0, within(4 / Math.sqrt(MANY)));
    }

    @Test
    void whatIsForAnotherPurposeIsAnotherNumber() {
        var keys = new HashSet<Long>();
        for (var word : new String[] {"", "a", "b", "ab", "ba", "aa"}) {
            keys.add(Luck.key(1, word));
            keys.add(Luck.key(2, word));
            keys.add(Luck.key(Luck.key(1, word), "a"));
        }
        assertThat(keys).hasSize(18);
        assertThat(Luck.unit(5, 1, 2)).isNotEqualTo(Luck.unit(5, 2, 1));
    }
}
