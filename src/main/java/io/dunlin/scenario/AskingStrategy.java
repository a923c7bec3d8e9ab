package io.dunlin.scenario;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import io.dunlin.language.StrategyRefused;
import io.dunlin.vocabulary.Action;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worst strategy there is: it proposes one action for every open invoice. What the guard is asked about. */
final class AskingStrategy {
    private AskingStrategy() {}

    static Compiled of(Scenario.Asked asked) throws StrategyRefused {
        var ladder = Arrays.stream(Action.values())
                .filter(action -> action.stage() != Action.Stage.NONE)
                .map(action -> "  - " + action + "\n")
                .collect(Collectors.joining());
        var files = new TreeMap<String, String>();
        files.put("strategy.yaml", "name: asking\npurpose: asks the guard\ncurrency: EUR\nladder:\n" + ladder);
        files.put("10-ask.drl", """
                package asking;
                import io.dunlin.vocabulary.*;
                rule "X1 Ask the guard"
                    @owner( nobody )
                when
                    $i : Invoice( balance > 0 )
                then
                    propose( $i, %s, %d, "asked" );
                end
                """.formatted(asked.action(), asked.level()));
        return StrategyCompiler.compile(new StrategyFiles("asking", files));
    }
}
