package io.dunlin.strategy;

import io.dunlin.language.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * How a strategy stands.
 *
 * @param live version that decides; null where there is none
 * @param refused what is wrong with the files in the folder; empty where they compile
 * @param revision goes up with every move; it is the entity tag
 * @param since when, by whom and why the live version went live; null where there is none
 * @param challenger null where no other version has a share
 * @param folder the version that lies in the strategy folder; null where there is no such folder
 */
public record Status(
        String name,
        String purpose,
        String live,
        int rules,
        List<Diagnostic> refused,
        long revision,
        Signed since,
        Share challenger,
        OfDraft draft,
        String folder) {

    /** @param percent of the customers it decides for */
    public record Share(String version, int percent, Signed since) {}

    /**
     * @param version the hash its files have now
     * @param frozen whether there is nothing in it that is not a version
     * @param last edit of it
     */
    public record OfDraft(String version, long revision, boolean frozen, Signed last) {}

    /** Something that happened to a strategy; {@code what} is one word, {@code detail} null where there is none. */
    public record Event(Instant at, String by, String what, String version, String detail, String why) {}
}
