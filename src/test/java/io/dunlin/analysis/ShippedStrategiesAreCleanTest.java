package io.dunlin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.StrategyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedStrategiesAreCleanTest {
    @ParameterizedTest
    @ValueSource(strings = {"standard", "small-business", "relationship", "guard"})
    void nothingIsFoundThatNobodyAccepted(String name) throws IOException {
        var report = Checks.of(StrategyFiles.read(Path.of("rules", name)));
        assertThat(report.diagnostics().stream().filter(d -> d.severity() != Severity.INFO && d.accepted() == null))
                .isEmpty();
        assertThat(report.compiled()).isNotNull();
        assertThat(report.isClean()).isTrue();
    }

    /** The guard is looked at too, and everything is told in the order in which files are read. */
    @Test
    void aRuleOfTheGuardThatNeverFiresIsToldInItsPlace() throws IOException {
        var files = new TreeMap<>(StrategyFiles.read(Path.of("rules", "guard")).files());
        files.put("00-first.drl", """
                package guard;
                import io.dunlin.vocabulary.*;
                rule "X99 Never"
                    @owner( legal )
                when
                    $o : Outcome( customer.insolvent, !customer.insolvent )
                then
                    veto( $o, LEGAL, "never" );
                end
                """);
        files.put("strategy.yaml", files.get("strategy.yaml") + """
                  unasked: { value: 3, unit: days, meaning: "nobody asks" }
                accepted: [ { code: TIE, reason: none } ]
                """);
        files.put("99-last.drl", files.get("00-first.drl").replace("X99", "X98").replace("insolvent", "doNotContact"));
        assertThat(Checks.of(new StrategyFiles("guard", files)).diagnostics())
                .filteredOn(d -> d.severity() == Severity.WARNING)
                .extracting(d -> d.file() + " " + d.code())
                .containsExactly(
                        "00-first.drl NEVER_FIRES",
                        "99-last.drl NEVER_FIRES",
                        "strategy.yaml UNUSED_PARAMETER",
                        "strategy.yaml NOTHING_TO_ACCEPT");
    }
}
