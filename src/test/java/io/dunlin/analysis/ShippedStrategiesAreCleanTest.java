package io.dunlin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.language.Diagnostic.Severity;
import io.dunlin.language.StrategyFiles;
import java.io.IOException;
import java.nio.file.Path;
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
}
