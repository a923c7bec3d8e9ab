package io.dunlin.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.strategy.StrategyConfig.Mode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Somebody edits the strategy folder, or a new image brings another one. */
@QuarkusTest
@TestProfile(ADatabaseOfItsOwn.AndNothingInIt.class)
class FilesThatChangedOnDiskTest extends AFolder {
    private static final Signed SOMEBODY = Signed.now(Clock.systemUTC(), "ada", "trying");

    @Test
    void theFirstStartPutsEveryFolderLive() {
        var instance = started(Mode.PRODUCTION);
        assertThat(instance.live(NAME))
                .hasSize(64)
                .isEqualTo(instance.status(NAME).folder());
        assertThat(instance.live("guard")).hasSize(64);
        assertThat(instance.status(NAME).draft().frozen()).isTrue();
    }

    @Test
    void inProductionTheyBecomeTheDraftAndNothingIsLiveThatWasNot() throws IOException {
        var before = started(Mode.PRODUCTION).live(NAME);
        write(NAME, "10.drl", drl("propose( $i, CALL, \"later\" );"));
        var status = started(Mode.PRODUCTION).status(NAME);
        assertThat(status.live()).isEqualTo(before);
        assertThat(status.draft().version()).isEqualTo(status.folder()).isNotEqualTo(before);
        assertThat(status.draft().frozen()).isFalse();
    }

    @Test
    void aStrategyThatIsNewOnDiskIsADraftTooOnceAnythingIsLive() throws IOException {
        started(Mode.PRODUCTION);
        write("late", "strategy.yaml", "name: late\npurpose: comes later\n");
        var status = started(Mode.PRODUCTION).status("late");
        assertThat(status.live()).isNull();
        assertThat(status.draft().version()).isEqualTo(status.folder());
    }

    @Test
    void theDraftSomebodyWorksOnIsLeftAlone() throws IOException {
        var instance = started(Mode.PRODUCTION);
        var theirs = instance.status(NAME).draft();
        QuarkusTransaction.requiringNew().run(() -> {
            DraftRow draft = DraftRow.findById(NAME);
            var files = draft.toFiles();
            var edited = new java.util.TreeMap<>(files.files());
            edited.put("notes.md", "half done");
            draft.edit(new io.dunlin.language.StrategyFiles(NAME, edited), SOMEBODY);
        });
        write(NAME, "10.drl", drl("propose( $i, CALL, \"later\" );"));
        var draft = started(Mode.PRODUCTION).status(NAME).draft();
        assertThat(draft.revision()).isEqualTo(theirs.revision() + 1);
        assertThat(draft.last().by()).isEqualTo("ada");
    }

    @Test
    void inDevelopmentTheyAreLive() throws IOException {
        var instance = started(Mode.DEVELOPMENT);
        var before = instance.live(NAME);
        write(NAME, "10.drl", drl("propose( $i, CALL, \"later\" );"));
        instance.strategies.lookAtFolders();
        instance.strategies.refresh();
        assertThat(instance.live(NAME))
                .isNotEqualTo(before)
                .isEqualTo(instance.status(NAME).folder());
        assertThat(instance.decider(NAME).strategy().version()).isEqualTo(instance.live(NAME));
    }

    @Test
    void aStartDoesNotBringBackWhatWasRolledBack() throws IOException {
        var instance = started(Mode.DEVELOPMENT);
        var before = instance.live(NAME);
        write(NAME, "10.drl", drl("propose( $i, CALL, \"later\" );"));
        var changed = started(Mode.DEVELOPMENT).status(NAME);
        new Moves(database).rollBack(NAME, Seen.alone(changed.revision()), SOMEBODY);
        assertThat(started(Mode.DEVELOPMENT).live(NAME)).isEqualTo(before);
        assertThat(started(Mode.PRODUCTION).live(NAME)).isEqualTo(before);
    }

    @Test
    void scenariosAndNotesBelongToTheVersionAndStrayFilesDoNot() throws IOException {
        var before = started(Mode.DEVELOPMENT).live(NAME);
        write(NAME, "10.drl~", "left over");
        write(NAME, ".notes.md", "hidden");
        assertThat(started(Mode.DEVELOPMENT).live(NAME)).isEqualTo(before);
        write(NAME, "scenarios/calls.yaml", "scenarios: []\n");
        var changed = started(Mode.DEVELOPMENT).live(NAME);
        assertThat(changed).isNotEqualTo(before);
        assertThat(Versions.files(NAME, changed).files()).containsKey("scenarios/calls.yaml");
    }

    @Test
    void whatCannotBeReadAnyMoreIsStillKept() throws IOException {
        var before = started(Mode.DEVELOPMENT).live(NAME);
        Files.delete(folder.resolve(NAME).resolve("10.drl"));
        started(Mode.DEVELOPMENT);
        assertThat(Versions.files(NAME, before).files()).containsKey("10.drl");
    }
}
