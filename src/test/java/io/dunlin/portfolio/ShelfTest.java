package io.dunlin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.generator.GeneratedPortfolioTest;
import io.dunlin.generator.Generator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of a kilobyte, of which two may stay. */
class ShelfTest {
    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32) + "-survey";
    private static final String C = "c".repeat(32);

    @TempDir
    Path directory;

    private Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(directory, 2_500);
    }

    @Test
    void whatWasNotUsedForTheLongestTimeGoes() throws Exception {
        put(A, 1);
        put(B, 2);
        shelf.take(A).close();
        put(C, 3);
        shelf.trim();
        assertThat(directory.resolve(A)).as("used last").isDirectory();
        assertThat(directory.resolve(B)).doesNotExist();
        assertThat(directory.resolve(C)).isDirectory();
    }

    @Test
    void whatSomebodyUsesStays() throws Exception {
        put(A, 1);
        try (var held = shelf.take(A)) {
            Files.setLastModifiedTime(held.path(), FileTime.fromMillis(0));
            put(B, 2);
            put(C, 3);
            shelf.trim();
            assertThat(directory.resolve(A).resolve("rows")).exists();
            assertThat(directory.resolve(B)).doesNotExist();
        }
    }

    @Test
    void whatAnotherProcessUsesStaysUntilItEndsHoweverItEnds() throws Exception {
        put(A, 1);
        var other = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString(),
                        A)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("holding");
            Files.setLastModifiedTime(directory.resolve(A), FileTime.fromMillis(0));
            put(B, 2);
            put(C, 3);
            shelf.trim();
            assertThat(directory.resolve(A)).isDirectory();
            assertThat(directory.resolve(B)).doesNotExist();
        } finally {
            other.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        new Shelf(directory, 0).trim();
        assertThat(directory.resolve(A)).doesNotExist();
    }

    /** Takes an entry and does not give it back. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            var held = new Shelf(Path.of(arguments[0]), Long.MAX_VALUE).take(arguments[1]);
            System.out.println(held == null ? "nothing there" : "holding");
            Thread.currentThread().join();
        }
    }

    @Test
    void whatWasNeverFinishedGoesAndWhatIsBeingWrittenStays() throws Exception {
        var dead = Files.createDirectory(directory.resolve(A + ".part-7"));
        Files.writeString(dead.resolve("rows"), "half");
        try (var part = shelf.begin(B)) {
            shelf.trim();
            assertThat(dead).doesNotExist();
            assertThat(part.path()).isDirectory();
        }
    }

    @Test
    void whatIsNotOursIsLeftAloneHoweverLargeItIs() throws Exception {
        Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.createDirectory(directory.resolve("photographs"));
        put(A, 1);
        new Shelf(directory, 0).trim();
        assertThat(directory.resolve(A)).doesNotExist();
        assertThat(directory.resolve("notes.txt")).exists();
        assertThat(directory.resolve("photographs")).exists();
    }

    @Test
    void ofTwoWhoWriteTheSameTheFirstIsKept() throws Exception {
        try (var one = shelf.begin(A);
                var other = shelf.begin(A)) {
            Files.writeString(one.path().resolve("rows"), "one");
            Files.writeString(other.path().resolve("rows"), "other");
            shelf.finish(one, A).close();
            shelf.finish(other, A).close();
        }
        assertThat(directory.resolve(A).resolve("rows")).hasContent("one");
        shelf.trim();
        try (var left = Files.list(directory)) {
            assertThat(left.filter(Files::isDirectory)).containsExactly(directory.resolve(A));
        }
    }

    @Test
    void aPortfolioThatIsOpenSurvivesTheArrivalOfALargerOne() throws Exception {
        var folder = directory.resolve("book");
        GeneratedPortfolioTest.write(20, 1, folder);
        var cache = new PortfolioCache(directory.resolve("cache"), 1, PortfolioCache.ELSEWHERE);
        var files = PortfolioFiles.of(folder, null);
        try (var open = cache.open(files, Contents.of(files), Rejections.NONE_EXPECTED)) {
            var other = directory.resolve("other");
            GeneratedPortfolioTest.write(30, 2, other);
            var others = PortfolioFiles.of(other, null);
            cache.open(others, Contents.of(others), Rejections.NONE_EXPECTED).close();
            assertThat(open.book(Generator.AS_OF).classes()).isNotNull();
            try (var accounts = open.accounts()) {
                assertThat(accounts).hasSize(20);
            }
        }
    }

    private void put(String name, int second) throws Exception {
        try (var part = shelf.begin(name)) {
            Files.write(part.path().resolve("rows"), new byte[1_000]);
            shelf.finish(part, name).close();
        }
        Files.setLastModifiedTime(directory.resolve(name), FileTime.fromMillis(second * 1_000L));
    }
}
