package io.dunlin.study;

import io.dunlin.language.Compiled;
import io.dunlin.language.StrategyCompiler;
import io.dunlin.language.StrategyRefused;
import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import io.dunlin.problem.Refusal;
import io.dunlin.strategy.Strategies;
import io.dunlin.strategy.Versions;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the strategies that an order names, and refuses those that cannot decide. */
@ApplicationScoped
public class Chosen {
    private final Versions versions;
    private final Strategies strategies;

    Chosen(Versions versions, Strategies strategies) {
        this.versions = versions;
        this.strategies = strategies;
    }

    Policies policies(Order order) {
        var findings = new Findings();
        var baseline = compiled("/baseline", order.baseline(), findings);
        var candidate = compiled("/candidate", order.candidate(), findings);
        findings.refuseIfAny(Problem.REFUSED_STRATEGY);
        var guard = strategies.trying(candidate).guard();
        return new Policies(baseline.files(), candidate.files(), guard.files());
    }

    /** Null where something is wrong, which then is among the findings. */
    private Compiled compiled(String pointer, Order.Policy policy, Findings findings) {
        try {
            return StrategyCompiler.compile(versions.filesOf(policy.strategy(), policy.version()));
        } catch (Refusal refusal) {
            findings.at(pointer, refusal.getMessage());
        } catch (StrategyRefused e) {
            e.diagnostics().forEach(error -> findings.at(pointer, error.toString()));
        }
        return null;
    }
}
