package io.dunlin.language;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Role;
import java.util.List;

/**
 * One rule, read and understood.
 *
 * @param title its name without the id
 * @param owner whose policy it is
 * @param source where the policy is written down; null if nowhere
 */
public record Rule(
        String id,
        String title,
        String owner,
        String source,
        String file,
        int line,
        Class<? extends Fact> fact,
        Condition.All condition,
        List<Effect> effects) {

    /** What a rule says when it fires; the only thing it can do. */
    public record Effect(Verb verb, Action action, int level, Role role, Sentence text) {}

    /** Why, in words, with the numbers of the fact it is about; written only when somebody reads it. */
    public interface Sentence {
        String fill(Fact fact);
    }

    public enum Verb {
        /** {@code propose($i, ACTION [, level], "why")}, in strategies. */
        PROPOSE("propose"),
        /** {@code veto($o, ROLE, "why")}, in the guard: not at all, unless the role lifts it. */
        VETO("veto"),
        /** {@code soften($o, ACTION [, level], "why")}, in the guard: this milder action instead. */
        SOFTEN("soften"),
        /** {@code requireApproval($o, ROLE, "why")}, in the guard: only after the role agreed. */
        REQUIRE_APPROVAL("requireApproval");

        private final String word;

        Verb(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        boolean namesRole() {
            return this == VETO || this == REQUIRE_APPROVAL;
        }

        boolean isForGuard() {
            return this != PROPOSE;
        }
    }
}
