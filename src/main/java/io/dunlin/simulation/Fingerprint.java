package io.dunlin.simulation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash of a result, row by row. Rows are added up instead of chained, so that it is the same in whatever order and in
 * however many parts they are counted.
 */
final class Fingerprint {
    private static final BigInteger SIZE = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum = BigInteger.ZERO;

    void add(Compared compared) {
        for (var arm : Arm.values()) {
            for (var done : compared.under(arm).done()) {
                add(compared.account().customer().id() + "|" + arm + "|" + done.row());
            }
        }
    }

    private void add(String row) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, hash)).mod(SIZE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(Fingerprint other) {
        sum = sum.add(other.sum).mod(SIZE);
    }

    String hex() {
        return String.format("%064x", sum);
    }
}
