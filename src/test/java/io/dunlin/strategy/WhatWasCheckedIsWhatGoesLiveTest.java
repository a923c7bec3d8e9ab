package io.dunlin.strategy;

import static io.dunlin.strategy.OverRest.by;
import static io.dunlin.strategy.OverRest.callingAfter;
import static io.dunlin.strategy.OverRest.edit;
import static io.dunlin.strategy.OverRest.freeze;
import static io.dunlin.strategy.OverRest.get;
import static io.dunlin.strategy.OverRest.live;
import static io.dunlin.strategy.OverRest.next;
import static io.dunlin.strategy.OverRest.post;
import static io.dunlin.strategy.OverRest.tag;
import static io.dunlin.strategy.OverRest.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunlin.problem.Problem;
import io.dunlin.problem.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Checking takes a while; what the checks rested on may be moved by somebody else in the meantime. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.class)
class WhatWasCheckedIsWhatGoesLiveTest {
    @Inject
    Moves moves;

    @Inject
    Overview overview;

    @Inject
    Strategies strategies;

    @Inject
    Turns turns;

    @Test
    void aStrategyIsNotPutBesideAGuardThatItWasNotCheckedWith() {
        live("beside", callingAfter("beside", 5));
        var version = frozen("beside", 6);
        var seen = overview.seen("beside", "*");
        anotherGuard("one");
        assertLost(() -> activate("beside", version, seen));
        activate("beside", version, overview.seen("beside", "*"));
        assertThat(get("beside").<String>path("live")).isEqualTo(version);
    }

    @Test
    void noGuardIsPutBesideAStrategyThatItWasNotCheckedWith() {
        live("judged", callingAfter("judged", 5));
        String guard = get("guard").path("live");
        var seen = overview.seen("guard", "*");
        next("judged", callingAfter("judged", 6), Map.of());
        assertLost(() -> activate("guard", guard, seen));
    }

    @Test
    void anotherStrategyIsNobodysBusiness() {
        live("mine", callingAfter("mine", 5));
        live("yours", callingAfter("yours", 5));
        var version = frozen("mine", 6);
        var seen = overview.seen("mine", "*");
        next("yours", callingAfter("yours", 6), Map.of());
        activate("mine", version, seen);
        assertThat(get("mine").<String>path("live")).isEqualTo(version);
    }

    @Test
    void theBookIsCheckedForOneAfterTheOther() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var people = Executors.newFixedThreadPool(4);
        var done = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            people.submit(() -> {
                turns.take(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    return inside.decrementAndGet();
                });
                done.countDown();
            });
        }
        done.await();
        people.shutdown();
        assertThat(most).hasValue(1);
    }

    @Test
    void whoseCheckBreaksDoesNotKeepTheTurn() {
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
    }

    private void activate(String name, String version, Seen seen) {
        var signed = Signed.now(Clock.systemUTC(), "ada", "checked before");
        moves.activate(name, seen, version, Migration.RE_EVALUATE, ADatabaseOfItsOwn.TODAY, signed);
        strategies.refresh();
    }

    private static void assertLost(Runnable move) {
        assertThatThrownBy(move::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.CONFLICT))
                .hasMessageContaining("while it was being checked");
    }

    private static String frozen(String name, int days) {
        edit(name, "ada", callingAfter(name, days)).then().statusCode(200);
        return freeze(name, "ada");
    }

    /** Only a note is added, to which nobody need agree. */
    private static void anotherGuard(String note) {
        Map<String, String> files = get("guard/versions/live").path("files");
        edit("guard", "ada", with(files, "notes.md", note)).then().statusCode(200);
        var version = freeze("guard", "ada");
        post("guard/versions/" + version + "/activate", tag("guard"), by("ada"))
                .then()
                .statusCode(200);
    }
}
