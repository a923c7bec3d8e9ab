package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;

/** What to do about an error for which nothing better is known. */
final class Advice {
    private Advice() {}

    static String on(Code code) {
        return switch (code) {
            case SYNTAX -> "rules/README.md shows how a rule is written";
            case FORBIDDEN -> "delete it; rules/README.md says what a rule may hold";
            case UNKNOWN_FACT, UNKNOWN_FIELD, UNKNOWN_ACTION, UNKNOWN_PARAMETER, UNKNOWN_WORD ->
                "rules/README.md lists every word";
            case WRONG_TYPE -> "compare it with what rules/README.md says of the word";
            case MANIFEST -> "rules/README.md says what strategy.yaml holds";
            case TOO_BIG -> "make it smaller, or split it";
            default -> "see rules/README.md";
        };
    }
}
