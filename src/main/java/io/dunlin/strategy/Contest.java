package io.dunlin.strategy;

import java.time.Instant;
import java.util.List;

/**
 * A challenger's time beside a strategy, from the first share it got until it lost it or was put live itself.
 *
 * @param id of the draw; decisions name it
 * @param version that challenged
 * @param ended null where it goes on
 * @param shares every share it had, the first one first
 * @param champions the versions that decided for the others, the first one first
 */
public record Contest(
        String strategy,
        String id,
        String version,
        Signed began,
        Instant ended,
        List<Share> shares,
        List<Champion> champions) {

    public record Share(Instant since, int percent) {}

    public record Champion(Instant since, String version) {}
}
