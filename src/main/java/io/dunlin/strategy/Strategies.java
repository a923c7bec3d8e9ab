package io.dunlin.strategy;

import io.dunlin.engine.Decider;
import io.dunlin.language.Compiled;
import io.dunlin.language.Diagnostic;
import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.language.StrategyUnreadable;
import io.dunlin.problem.Problem;
import io.dunlin.vocabulary.Decision.PolicyVersion;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which strategies decide. At the start every folder is compiled; one that is refused does not go live, and the version
 * that was live before goes on.
 */
@ApplicationScoped
public class Strategies {
    private final StrategyConfig config;
    private final Clock clock;
    private final Map<String, Compiled> live = new ConcurrentHashMap<>();
    private final Map<String, List<Diagnostic>> refused = new ConcurrentHashMap<>();
    /** Compiled versions by content, the live ones and those that old decisions asked for. */
    private final Map<String, Compiled> byVersion = new ConcurrentHashMap<>();

    Strategies(StrategyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        folders().forEach(this::load);
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

    private void load(Path folder) {
        var name = folder.getFileName().toString();
        try {
            var files = StrategyFiles.read(folder);
            var compiled = StrategyCompiler.compile(files);
            remember(compiled);
            live.put(name, compiled);
        } catch (StrategyRefused e) {
            refuse(name, e.diagnostics());
        } catch (StrategyUnreadable e) {
            refuse(name, e.diagnostics());
        } catch (IOException e) {
            var message = "cannot be read as UTF-8 text: " + e.getMessage();
            refuse(name, List.of(new Diagnostic(Code.SYNTAX, Severity.ERROR, name, 0, 0, null, message, null)));
        }
    }

    private void remember(Compiled compiled) {
        byVersion.put(compiled.version(), compiled);
        QuarkusTransaction.requiringNew().run(() -> {
            StrategyVersionRow.keep(compiled.files(), compiled.version(), clock.instant());
            ActivationRow.activate(
                    compiled.name(), compiled.version(), clock.instant(), "start", "found in the strategy folder");
        });
    }

    private void refuse(String name, List<Diagnostic> diagnostics) {
        refused.put(name, diagnostics);
        diagnostics.forEach(d -> Log.errorf("strategy %s: %s", name, d));
        var last = QuarkusTransaction.requiringNew().call(() -> ActivationRow.newest(name));
        if (last.isPresent()) {
            live.put(name, stored(name, last.get().version));
            Log.errorf(
                    "strategy %s is refused; version %s of %s goes on deciding",
                    name, last.get().version.substring(0, 12), last.get().at);
        } else {
            Log.errorf("strategy %s is refused and there is no earlier version: it decides nothing", name);
        }
    }

    /** Decides with what is live; {@code name} null asks for the seller's default. */
    public Decider decider(String name) {
        var wanted = name == null ? config.standard() : name;
        return new Decider(liveOrRefuse(wanted), liveOrRefuse(StrategyCompiler.GUARD));
    }

    /** Decides as it was once decided. */
    public Decider decider(PolicyVersion strategy, PolicyVersion guard) {
        return new Decider(stored(strategy.name(), strategy.version()), stored(guard.name(), guard.version()));
    }

    private Compiled liveOrRefuse(String name) {
        return Optional.ofNullable(live.get(name)).orElseThrow(() -> {
            if (refused.containsKey(name)) {
                return Problem.UNAVAILABLE.because("Strategy `" + name + "` has errors and no earlier version; see "
                        + "/api/v1/strategies for what is wrong.");
            }
            return Problem.INVALID_FACTS.because("There is no strategy `" + name + "`; there are " + names() + ".");
        });
    }

    private List<String> names() {
        return live.keySet().stream()
                .filter(name -> !name.equals(StrategyCompiler.GUARD))
                .sorted()
                .toList();
    }

    private Compiled stored(String name, String version) {
        return byVersion.computeIfAbsent(version, v -> {
            var row = QuarkusTransaction.requiringNew()
                    .call(() -> StrategyVersionRow.of(name, v).map(StrategyVersionRow::toFiles))
                    .orElseThrow(() -> new IllegalStateException("version " + v + " of " + name + " is not kept"));
            try {
                return StrategyCompiler.compile(row);
            } catch (StrategyRefused e) {
                throw new IllegalStateException("a version that was live no longer compiles", e);
            }
        });
    }

    public List<Status> statuses() {
        var names = new TreeMap<String, Status>();
        live.forEach((name, c) -> names.put(name, status(name, c)));
        refused.forEach((name, d) -> names.putIfAbsent(name, new Status(name, null, null, 0, d)));
        return List.copyOf(names.values());
    }

    private Status status(String name, Compiled c) {
        return new Status(
                name, c.manifest().purpose(), c.version(), c.rules().size(), refused.getOrDefault(name, List.of()));
    }
}
