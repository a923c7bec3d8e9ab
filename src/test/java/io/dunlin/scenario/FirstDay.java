package io.dunlin.scenario;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.language.StrategyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The facts of a scenario on the day it begins, for tests that decide them in their own way. */
record FirstDay(Scenario scenario, Account account, Book book) {
    static List<FirstDay> ofShipped(String strategy) throws Exception {
        var all = new ArrayList<FirstDay>();
        for (var text :
                ScenarioFiles.of(StrategyFiles.read(Path.of("rules", strategy))).scenarios()) {
            var scenario = ScenarioReader.read(text);
            var given = new Given(scenario.start());
            given.before(scenario.given());
            all.add(new FirstDay(scenario, given.account(), given.book(scenario.start())));
        }
        return all;
    }

    /** What is expected of these facts; nothing where the scenario goes on for several days. */
    Expectation expect() {
        return scenario.steps().size() == 1 && scenario.steps().get(0).number() == null
                ? scenario.steps().get(0).expect()
                : Expectation.ANYTHING;
    }
}
