package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Work is done in another time zone while others go on where they are. */
class NobodyElseIsMovedTest {
    private static final TimeZone CHATHAM = TimeZone.getTimeZone("Pacific/Chatham");

    @Test
    void theWorkSeesTheOtherZoneHoweverItAsks() {
        var epoch = new Date(0);
        BookChecksElsewhere.in(CHATHAM, () -> {
            assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Pacific/Chatham"));
            assertThat(TimeZone.getDefault().getID()).isEqualTo("Pacific/Chatham");
            assertThat(TimeZone.getDefault().getOffset(0)).isEqualTo(CHATHAM.getOffset(0));
            assertThat(LocalDateTime.ofInstant(epoch.toInstant(), ZoneId.systemDefault()))
                    .isEqualTo(LocalDateTime.of(1970, 1, 1, 12, 45));
            return null;
        });
    }

    @Test
    void everybodyElseDoesNot() {
        var home = ZoneId.systemDefault();
        var seen = BookChecksElsewhere.in(CHATHAM, () -> CompletableFuture.supplyAsync(ZoneId::systemDefault)
                .join());
        assertThat(seen).isEqualTo(home);
    }

    @Test
    void andAfterwardsNothingIsLeft() {
        var home = TimeZone.getDefault();
        BookChecksElsewhere.in(CHATHAM, () -> null);
        assertThat(TimeZone.getDefault()).isEqualTo(home);
        assertThat(TimeZone.getDefault()).isNotInstanceOf(BookChecksElsewhere.class);
    }
}
