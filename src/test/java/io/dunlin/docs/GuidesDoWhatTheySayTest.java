package io.dunlin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every marked example of the guides is carried out, from top to bottom as a reader would. */
@QuarkusTest
@TestProfile(ADemoBook.class)
class GuidesDoWhatTheySayTest {
    @TempDir
    Path folder;

    @Test
    void theIntegratorsGuide() throws IOException {
        follow("docs/integrator.md");
    }

    @Test
    void theManagersGuide() throws IOException {
        follow("docs/manager.md");
    }

    @Test
    void theAnalystsGuide() throws IOException {
        follow("docs/analyst.md");
    }

    private void follow(String guide) throws IOException {
        var shell = new Shell(folder);
        var last = new Shell.Answer("", false, "");
        int answers = 0;
        for (var block : Block.of(Path.of(guide))) {
            var where = guide + ":" + block.line();
            switch (block.verb()) {
                case "file" -> Files.writeString(folder.resolve(block.argument()), block.text());
                case "run" -> last = run(block, shell, where);
                default -> {
                    compare(block, last, where);
                    answers++;
                }
            }
        }
        assertThat(answers).as("answers shown in " + guide).isPositive();
    }

    /** All commands of a block but the last one must succeed; the last one is for the answer that follows to judge. */
    private static Shell.Answer run(Block block, Shell shell, String where) throws IOException {
        Shell.Answer last = null;
        for (var command : Words.commands(block.text())) {
            if (last != null) {
                assertThat(last.good()).as(where + ": " + last).isTrue();
            }
            last = shell.run(command);
        }
        return last;
    }

    private static void compare(Block shown, Shell.Answer answer, String where) throws IOException {
        if (shown.argument().isEmpty()) {
            assertThat(answer.good()).as(where + ": " + answer).isTrue();
        } else {
            assertThat(answer.code()).as(where + ": " + answer).isEqualTo(shown.argument());
        }
        assertThat(Shown.missing(shown, answer.text()))
                .as(where + ": " + answer)
                .isEmpty();
    }
}
