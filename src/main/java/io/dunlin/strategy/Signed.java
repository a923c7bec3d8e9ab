package io.dunlin.strategy;

import io.dunlin.problem.Findings;
import io.dunlin.problem.Problem;
import java.time.Clock;
import java.time.Instant;

/** Who did something, when and why. There is no login yet: it is the name the client gives. */
public record Signed(String by, Instant at, String why) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    /** Refuses where somebody does not say who they are or why they do it. */
    static Signed now(Clock clock, String by, String why) {
        var findings = new Findings();
        text(findings, "/by", by, LONGEST_NAME, "say who does this");
        text(findings, "/why", why, LONGEST_REASON, "say in a sentence why");
        findings.refuseIfAny(Problem.UNREADABLE_FIELDS);
        return new Signed(by.strip(), clock.instant(), why.strip());
    }

    private static void text(Findings findings, String pointer, String text, int longest, String remedy) {
        if (text == null || text.isBlank()) {
            findings.at(pointer, "is missing; " + remedy + ".");
        } else if (text.length() > longest) {
            findings.at(pointer, "has more than " + longest + " characters; make it shorter.");
        } else if (text.codePoints().anyMatch(Signed::isHidden)) {
            findings.at(pointer, "has characters that nobody sees; write it without them.");
        }
    }

    /** Two names that look alike must be one, and a history is read by people. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Names are compared as people do. */
    static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
