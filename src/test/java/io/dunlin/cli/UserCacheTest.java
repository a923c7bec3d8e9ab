package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheTest {
    @TempDir
    private Path home;

    @Test
    void liesWhereTheUserSaysElseWhereTheSystemKeepsCaches() {
        assertThat(folder(Map.of("DUNLIN_CACHE", "/x/y", "XDG_CACHE_HOME", "/xdg")))
                .isEqualTo(Path.of("/x/y"));
        assertThat(folder(Map.of("XDG_CACHE_HOME", "/xdg"))).isEqualTo(Path.of("/xdg/dunlin"));
        assertThat(folder(Map.of("XDG_CACHE_HOME", "not/absolute"))).isEqualTo(home.resolve(".cache/dunlin"));
        assertThat(folder(Map.of())).isEqualTo(home.resolve(".cache/dunlin"));
    }

    @Test
    void canBeSwitchedOffAndNeedsNoHome() {
        assertThat(folder(Map.of("DUNLIN_CACHE", "off", "XDG_CACHE_HOME", "/xdg")))
                .isNull();
        assertThat(folder(Map.of("DUNLIN_CACHE", ""))).isNull();
        assertThat(UserCache.folder(Map.of(), home.resolve("none").toString())).isNull();
        assertThat(UserCache.folder(Map.of(), null)).isNull();
    }

    private Path folder(Map<String, String> environment) {
        return UserCache.folder(environment, home.toString());
    }
}
