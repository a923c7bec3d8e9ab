package io.dunlin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void isAsLargeAsTheUserAllows() throws Exception {
        assertThat(UserCache.limit(Map.of())).isEqualTo(5L << 30);
        assertThat(UserCache.limit(Map.of("DUNLIN_CACHE_LIMIT", "20g"))).isEqualTo(20L << 30);
        assertThat(UserCache.limit(Map.of("DUNLIN_CACHE_LIMIT", "500M"))).isEqualTo(500L << 20);
        assertThat(UserCache.limit(Map.of("DUNLIN_CACHE_LIMIT", "1234"))).isEqualTo(1234);
        assertThatThrownBy(() -> UserCache.limit(Map.of("DUNLIN_CACHE_LIMIT", "much")))
                .hasMessage("DUNLIN_CACHE_LIMIT is `much`; it must be a size such as 500M or 20G");
    }

    private Path folder(Map<String, String> environment) {
        return UserCache.folder(environment, home.toString());
    }
}
