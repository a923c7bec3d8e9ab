package io.dunlin.language;

import io.dunlin.language.Diagnostic.Code;
import io.dunlin.language.Rule.Sentence;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Guess;
import io.dunlin.vocabulary.Role;
import java.util.Arrays;
import java.util.Locale;

/** The words that say what a rule does, whether they stand behind {@code then} or in a table's cells. */
final class EffectWords {
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_PLACEHOLDERS = 30;

    private final Class<? extends Fact> fact;
    private final Manifest manifest;
    private final RuleScope scope;

    /** Where a word stands, both from 1; column 0 where unknown. */
    record Place(int line, int column) {}

    EffectWords(Class<? extends Fact> fact, Manifest manifest, RuleScope scope) {
        this.fact = fact;
        this.manifest = manifest;
        this.scope = scope;
    }

    /** The action; null, with a finding, where it is none that could be proposed. */
    Action action(String written, Place place) {
        var action = word(Action.class, written, place);
        if (action != null && !isProposable(action)) {
            refuse(Code.UNKNOWN_ACTION, place, action + " cannot be proposed here", "put it in the ladder");
            return null;
        }
        return action;
    }

    Role role(String written, Place place) {
        return word(Role.class, written, place);
    }

    private boolean isProposable(Action action) {
        return action.stage() != Action.Stage.NONE
                && (manifest.name().equals(StrategyCompiler.GUARD)
                        || manifest.ladder().containsKey(action));
    }

    private <E extends Enum<E>> E word(Class<E> type, String written, Place place) {
        var known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        var own = type.getSimpleName() + ".";
        var name = written.startsWith(own) ? written.substring(own.length()) : written;
        if (known.contains(name)) {
            return Enum.valueOf(type, name);
        }
        var code = type == Action.class ? Code.UNKNOWN_ACTION : Code.UNKNOWN_WORD;
        var kind = type.getSimpleName().toLowerCase(Locale.ROOT);
        refuse(code, place, "unknown " + kind + " `" + written + "`", Guess.question(name, known));
        return null;
    }

    /** From 1 to 9; 0, with a finding, where it is not. */
    int level(String written, Place place) {
        if (written.matches("[1-9]")) {
            return Integer.parseInt(written);
        }
        refuse(Code.WRONG_TYPE, place, "the level is a number from 1 to 9", "such as 1");
        return 0;
    }

    Sentence reason(String text, Place place) {
        if (text == null || text.isBlank()) {
            refuse(Code.MISSING_REASON, place, "the reason must be a sentence in quotes", "with {field} for numbers");
            return null;
        }
        if (TableReader.isFormula(text)) {
            refuse(
                    Code.FORBIDDEN,
                    place,
                    "a spreadsheet program would carry this out as a formula",
                    "begin with a word");
            return null;
        }
        var names = Template.names(text);
        if (text.length() > MOST_CHARACTERS || names.size() > MOST_PLACEHOLDERS) {
            var message = "a reason has at most " + MOST_CHARACTERS + " characters and " + MOST_PLACEHOLDERS + " names";
            refuse(Code.TOO_BIG, place, message, "say it shorter");
            return null;
        }
        boolean known = !hasStrayBrace(text, place);
        for (var name : names) {
            if (!scope.knows(name)) {
                known = false;
                var hint = Guess.question(name, scope.knownNames());
                refuse(Code.UNKNOWN_FIELD, place, "the reason mentions unknown `{" + name + "}`", hint);
            }
        }
        return known ? Template.of(text, fact, manifest) : null;
    }

    /** It would be shown as it is to whoever reads the reason: a name that was meant and not written. */
    private boolean hasStrayBrace(String text, Place place) {
        boolean stray = text.replaceAll("\\{[^{}]*}", "").matches("(?s).*[{}].*");
        if (stray) {
            refuse(Code.UNKNOWN_FIELD, place, "a brace of the reason belongs to no name", "write {field}, or no brace");
        }
        return stray;
    }

    private void refuse(Code code, Place place, String message, String hint) {
        scope.error(code, place.line(), place.column(), message, hint);
    }
}
