package io.dunlin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Compiled;
import io.dunlin.language.Rule;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The twin that a version is compared with has its files, the rules of each file and the rows of each table in another order. */
class RulesInAnotherOrderTest {
    private static final String DRL = """
            package strategy;
            import io.dunlin.vocabulary.*;
            rule "%1$s0 Call" @owner( t ) when $i : Invoice( collectable > 0 ) then propose( $i, CALL, "late" ); end
            rule "%1$s1 Call" @owner( t ) when $i : Invoice( collectable > 0, onPlan ) then propose( $i, CALL, "late" ); end
            """;

    @Test
    void eachOfAnyTwoComesFirstOnce() throws Exception {
        var files = Map.of(
                "strategy.yaml",
                "name: test\npurpose: a test\nladder: [CALL]\n",
                "10.drl",
                DRL.formatted("A"),
                "20.drl",
                DRL.formatted("B"),
                "30.csv",
                "rule,title,owner,action,reason\nT1,Call,t,CALL,late\nT2,Call,t,CALL,late\n");
        var version = StrategyCompiler.compile(new StrategyFiles("test", new TreeMap<>(files)));
        assertThat(ids(version)).containsExactly("A0", "A1", "B0", "B1", "T1", "T2");
        var other = BookChecksDeterminism.inAnotherOrder(version);
        assertThat(ids(other)).containsExactly("T2", "T1", "B1", "B0", "A1", "A0");
        assertThat(other.version()).isEqualTo(version.version());
    }

    private static List<String> ids(Compiled version) {
        return version.rules().stream().map(Rule::id).toList();
    }
}
