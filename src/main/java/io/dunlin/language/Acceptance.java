package io.dunlin.language;

import java.util.Objects;

/**
 * A warning that {@code strategy.yaml} lives with.
 *
 * @param rule the rule warned of; null where the warning is of no rule
 * @param when for invoices that no rule speaks of: which of them, as in a rule; null for all
 * @param condition {@code when}, understood; null where there is none or it is faulty
 * @param reason why, so that the next reader need not wonder
 */
public record Acceptance(
        Diagnostic.Code code, String rule, String when, Condition condition, String reason, int line, int column) {
    public boolean covers(Diagnostic finding) {
        return when == null
                && finding.accepted() == null
                && finding.severity() == Diagnostic.Severity.WARNING
                && finding.code() == code
                && Objects.equals(finding.rule(), rule);
    }

    Acceptance understoodAs(Condition meant) {
        return new Acceptance(code, rule, when, meant, reason, line, column);
    }
}
