package io.dunlin.strategy;

import io.dunlin.book.Debtor;
import io.dunlin.engine.Choice.Arm;
import io.dunlin.engine.Choice.Experiment;
import io.dunlin.language.Compiled;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A version that decides for a share of the customers. Each group of customers draws a number once, from its name and the
 * salt; whoever drew less than the share is in. So a group stays together, nobody flips, and a bigger share only adds.
 *
 * @param id of the challenger's newest row
 */
record Challenger(long id, Compiled version, int percent, String salt) {
    private static final int DRAWS = 10_000;

    Experiment draw(Debtor debtor) {
        var isIn = number(debtor) < percent * (DRAWS / 100);
        var share = BigDecimal.valueOf(isIn ? percent : 100 - percent, 2);
        return new Experiment(salt, isIn ? Arm.CHALLENGER : Arm.CHAMPION, share);
    }

    private int number(Debtor debtor) {
        var group = debtor.group() == null ? "customer " + debtor.id() : "group " + debtor.group();
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var hash = sha.digest((salt + "\n" + group).getBytes(StandardCharsets.UTF_8));
            return (int) Math.floorMod(ByteBuffer.wrap(hash).getLong(), (long) DRAWS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
