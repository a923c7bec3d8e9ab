package io.dunlin.language;

/**
 * A warning that {@code strategy.yaml} lives with.
 *
 * @param rule the rule warned of; null where the warning is of no rule
 * @param reason why, so that the next reader need not wonder
 */
public record Acceptance(Diagnostic.Code code, String rule, String reason, int line, int column) {
    public boolean covers(Diagnostic finding) {
        return finding.severity() == Diagnostic.Severity.WARNING
                && finding.code() == code
                && java.util.Objects.equals(finding.rule(), rule);
    }
}
