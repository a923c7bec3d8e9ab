package io.dunlin.strategy;

import io.dunlin.analysis.Checks;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyUnreadable;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The strategies as files on disk. The first start puts all of them live. After that a change becomes the draft, or, in
 * development, goes live where it compiles. What does not compile never replaces anything.
 */
@ApplicationScoped
public class Folders {
    private static final String BY = "folder";

    private final StrategyConfig config;
    private final Moves moves;
    private final Clock clock;
    private final Map<String, List<Diagnostic>> refused = new ConcurrentHashMap<>();
    /** What was found at the last look, so that an unchanged folder costs reading it and no more. */
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    Folders(StrategyConfig config, Moves moves, Clock clock) {
        this.config = config;
        this.moves = moves;
        this.clock = clock;
    }

    /** What is wrong with the files of a strategy; empty where nothing is. */
    List<Diagnostic> refused(String name) {
        return refused.getOrDefault(name, List.of());
    }

    /** The version that lies in the folder; null where there is none. */
    String version(String name) {
        return seen.get(name);
    }

    /** Looks at every folder and does what is due. */
    synchronized void look() {
        var isFirstStart = QuarkusTransaction.requiringNew().call(() -> StrategyRow.count("live is not null") == 0);
        for (var folder : folders()) {
            look(folder, isFirstStart);
        }
    }

    private List<Path> folders() {
        var root = config.folder().toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException(
                    "no strategies at " + root + "; set DUNLIN_STRATEGY_FOLDER to the folder that holds them");
        }
        try (var folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the strategies at " + root + " cannot be read", e);
        }
    }

    private void look(Path folder, boolean isFirstStart) {
        var name = folder.getFileName().toString();
        try {
            var files = StrategyFiles.read(folder);
            if (!files.version().equals(seen.put(name, files.version()))) {
                changed(files, isFirstStart);
            }
        } catch (StrategyUnreadable e) {
            refuse(name, e.diagnostics());
        } catch (IOException e) {
            var message = "cannot be read: " + e.getMessage();
            refuse(name, List.of(new Diagnostic(Code.SYNTAX, Severity.ERROR, name, 0, 0, null, message, null)));
        }
    }

    private void changed(StrategyFiles files, boolean isFirstStart) {
        var name = files.name();
        var report = Checks.of(files);
        refused.remove(name);
        if (report.hasErrors()) {
            refuse(name, report.diagnostics());
        }
        var signed = new Signed(BY, clock.instant(), "found in the strategy folder");
        moves.create(files, signed);
        var strategy = QuarkusTransaction.requiringNew().call(() -> StrategyRow.<StrategyRow>findById(name));
        var isNews = !files.version().equals(strategy.folderVersion);
        if (!report.hasErrors() && goesLive(strategy, isNews, isFirstStart)) {
            QuarkusTransaction.requiringNew().run(() -> keep(files, signed));
            activate(strategy, files.version(), signed);
        } else if (isNews) {
            draft(files, signed);
        }
    }

    /** What decides nothing yet, but must for anybody to be answered, takes what there is. */
    private boolean goesLive(StrategyRow strategy, boolean isNews, boolean isFirstStart) {
        var isNeeded = strategy.name.equals(StrategyCompiler.GUARD) || strategy.name.equals(config.standard());
        var isMissing = strategy.live == null && (isFirstStart || isNeeded);
        return isMissing || isNews && config.mode() == StrategyConfig.Mode.DEVELOPMENT;
    }

    private void activate(StrategyRow strategy, String version, Signed signed) {
        var now = QuarkusTransaction.requiringNew().call(() -> {
            StrategyRow row = StrategyRow.findById(strategy.name);
            return row.live == null || !row.activation().version.equals(version) ? row : null;
        });
        if (now != null) {
            var day = LocalDate.now(clock);
            moves.activate(strategy.name, Seen.alone(now.revision), version, Migration.RE_EVALUATE, day, signed);
            Log.infof("strategy %s: version %s is live", strategy.name, version.substring(0, 12));
        }
    }

    private static void keep(StrategyFiles files, Signed signed) {
        var version = StrategyVersionRow.keep(files, signed, new TreeSet<>(), null).version;
        takeAsDraft(files, signed);
        DraftRow.<DraftRow>findById(files.name()).isNow(version);
        StrategyRow.<StrategyRow>findById(files.name()).folderVersion = version;
    }

    /** Leaves alone what somebody is working on. */
    private static boolean takeAsDraft(StrategyFiles files, Signed signed) {
        DraftRow draft = DraftRow.findById(files.name());
        if (draft.toFiles().version().equals(files.version())) {
            return true;
        }
        var isFree = draft.isFrozen() || draft.authors.stream().allMatch(BY::equals);
        if (isFree) {
            draft.edit(files, signed);
        }
        return isFree;
    }

    private void draft(StrategyFiles files, Signed signed) {
        var taken = QuarkusTransaction.requiringNew().call(() -> {
            StrategyRow strategy = StrategyRow.findById(files.name());
            var isKnown = StrategyVersionRow.of(files.name(), files.version()).isPresent();
            strategy.folderVersion = files.version();
            return isKnown || takeAsDraft(files, signed);
        });
        Log.warnf(
                "strategy %s: the files in the folder are not what is live. %s. To put them live as they are changed, "
                        + "while writing rules, start with DUNLIN_STRATEGY_MODE=development",
                files.name(),
                taken
                        ? "They are the draft; check, freeze and activate it"
                        : "Somebody works on the draft, which is left alone; PUT them there yourself");
    }

    private void refuse(String name, List<Diagnostic> diagnostics) {
        refused.put(name, diagnostics);
        diagnostics.forEach(d -> Log.errorf("strategy %s: %s", name, d));
    }
}
