package io.dunlin.strategy;

import io.dunlin.book.Debtor;
import io.dunlin.engine.Choice.Arm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Each group of customers draws a number once, from its name and a salt; whoever drew less than the share is the
 * challenger's. So a group stays together, nobody flips, and a bigger share only adds.
 */
public final class Draw {
    private static final int DRAWS = 10_000;

    private Draw() {}

    /** Who draws together: the customer's group, or the customer alone. */
    public static String group(Debtor debtor) {
        return debtor.group() == null ? "customer " + debtor.id() : "group " + debtor.group();
    }

    public static int of(String salt, String group) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var hash = sha.digest((salt + "\n" + group).getBytes(StandardCharsets.UTF_8));
            return (int) Math.floorMod(ByteBuffer.wrap(hash).getLong(), (long) DRAWS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static Arm arm(int draw, int percent) {
        return draw < percent * (DRAWS / 100) ? Arm.CHALLENGER : Arm.CHAMPION;
    }
}
