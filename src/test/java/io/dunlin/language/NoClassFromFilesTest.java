package io.dunlin.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.vocabulary.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The virtual machine itself tells (by its flight recorder) every class that it defines, hidden ones included. Reading,
 * compiling and running strategies defines none: there is no bytecode whose confinement could be broken.
 */
class NoClassFromFilesTest {
    private static final List<Fact> FACTS = ConditionsTest.facts(50);

    @TempDir
    Path directory;

    @Test
    void theRecorderSeesAClassThatIsMade() throws Exception {
        var defined = definedWhile(() -> {
            Supplier<String> made = () -> "a lambda is a hidden class";
            return made.get();
        });
        assertThat(defined).anySatisfy(name -> assertThat(name).contains("NoClassFromFilesTest"));
    }

    @Test
    void noFileMakesAClassOrHasOneLoaded() throws Exception {
        // Once for everything our own code needs; then other files of the same kinds, which bring nothing but
        // themselves.
        readAll("warm");
        readAll("warm");
        var defined = definedWhile(() -> readAll("other"));
        assertThat(defined).doesNotContain(ConfinementWitness.class.getName());
        assertThat(defined)
                .filteredOn(name -> !isTheMachinesOwn(name) && !hasClassFile(name))
                .isEmpty();
    }

    /** Reflection in the JDK turns a call it has seen often into a class; which call that is does not come from a file. */
    private static boolean isTheMachinesOwn(String name) {
        return name.startsWith("jdk.internal.reflect.Generated") || name.startsWith("java.lang.invoke.LambdaForm");
    }

    /** A library's class that is loaded late, by the compiler of the machine say, was there before any strategy was. */
    private static boolean hasClassFile(String name) {
        return NoClassFromFilesTest.class.getResource("/" + name.replace('.', '/') + ".class") != null;
    }

    private int readAll(String word) {
        int fired = 0;
        for (var file : all()) {
            var strategy = renamed(file, word);
            try {
                var compiled = StrategyCompiler.compile(strategy);
                fired += compiled.fire(FACTS).size();
                assertThat(compiled.rules()).isNotEmpty();
            } catch (StrategyRefused e) {
                assertThat(e.diagnostics()).isNotEmpty();
            }
        }
        assertThat(fired).isPositive();
        return fired;
    }

    private static List<Path> all() {
        var all = new ArrayList<>(Corpus.attacks());
        all.addAll(Corpus.legitimate());
        return all;
    }

    /** The same kind of file with other names in it. */
    private StrategyFiles renamed(Path file, String word) {
        try {
            var bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .replace("T1 ", "T" + word.length() + " ")
                    .replace("late", "late" + word);
            var manifest = Corpus.MANIFEST.replace("late", "late" + word);
            var name = Corpus.nameOf(file);
            var files = new java.util.TreeMap<>(java.util.Map.of(StrategyFiles.MANIFEST, manifest));
            files.put(name, bytes);
            return new StrategyFiles("test", files);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> definedWhile(Supplier<?> work) throws IOException {
        var dump = directory.resolve("classes.jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.ClassDefine").withoutThreshold();
            // Hidden classes, which lambdas are, it tells as loaded only.
            recording.enable("jdk.ClassLoad").withoutThreshold();
            recording.start();
            work.get();
            recording.stop();
            recording.dump(dump);
        }
        return RecordingFile.readAllEvents(dump).stream()
                .map(event ->
                        event.<RecordedClass>getValue(event.hasField("definedClass") ? "definedClass" : "loadedClass"))
                .map(RecordedClass::getName)
                .toList();
    }
}
