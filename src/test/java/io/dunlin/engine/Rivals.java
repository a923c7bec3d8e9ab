package io.dunlin.engine;

import io.dunlin.bench.HandWrittenPolicy;
import io.dunlin.book.Account;
import io.dunlin.book.AsOf;
import io.dunlin.book.Book;
import io.dunlin.language.Compiled;
import io.dunlin.language.Compiled.Firing;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The standard strategy and its guard twice: as rules on Drools and as plain Java. All else is the same code. */
public final class Rivals {
    public final Decider dunlin;
    public final Decider byHand;

    private Rivals(Compiled strategy, Compiled guard) {
        dunlin = new Decider(strategy, guard);
        byHand = new Decider(strategy, HandWrittenPolicy::propose, guard, HandWrittenPolicy::object);
    }

    public static Rivals standard() {
        // As the command line does and the service is configured: without it Drools' trace is worded and kept.
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            return new Rivals(compile("standard"), compile("guard"));
        } catch (IOException | StrategyRefused e) {
            throw new IllegalStateException("the shipped rules do not compile", e);
        }
    }

    private static Compiled compile(String name) throws IOException, StrategyRefused {
        return StrategyCompiler.compile(StrategyFiles.read(Path.of("rules", name)));
    }

    /** What the rules of a strategy see of an account: the input of matching alone. */
    public List<Fact> facts(Account account, Book book) {
        var the = dunlin.derive(AsOf.known(account, book.asOf()), book);
        var facts = new ArrayList<Fact>();
        the.open().forEach(item -> facts.add(item.invoice()));
        facts.addAll(the.customers());
        return facts;
    }

    public int openInvoices(Account account, Book book) {
        return dunlin.derive(AsOf.known(account, book.asOf()), book).open().size();
    }

    public List<Firing> matchByRules(List<Fact> facts) {
        return dunlin.strategy().fire(facts);
    }

    public List<Firing> matchByHand(List<Fact> facts) {
        return HandWrittenPolicy.propose(facts);
    }

    /** Ids of every rule of both, strategy and guard. */
    public Set<String> rules() {
        var ids = new TreeSet<String>();
        dunlin.strategy().rules().forEach(rule -> ids.add(rule.id()));
        dunlin.guard().rules().forEach(rule -> ids.add(rule.id()));
        return ids;
    }
}
