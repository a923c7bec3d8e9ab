package io.dunlin.docs;

import java.util.ArrayList;
import java.util.List;

/** Splits commands as a shell does: quotes keep together, a backslash at the end of a line continues it. */
final class Words {
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> command = new ArrayList<>();
    private StringBuilder word;

    static List<List<String>> commands(String text) {
        return new Words().split(text.replace("\\\n", " "));
    }

    private List<List<String>> split(String text) {
        char quote = 0;
        for (char c : (text + "\n").toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : keep(c, quote);
            } else if (c == '\'' || c == '"') {
                quote = c;
                word = word == null ? new StringBuilder() : word;
            } else if (c == ' ' || c == '\n') {
                endWord();
                endCommand(c == '\n');
            } else {
                keep(c, quote);
            }
        }
        return commands;
    }

    private char keep(char c, char quote) {
        word = word == null ? new StringBuilder() : word;
        word.append(c);
        return quote;
    }

    private void endWord() {
        if (word != null) {
            command.add(word.toString());
            word = null;
        }
    }

    private void endCommand(boolean ends) {
        if (ends && !command.isEmpty()) {
            commands.add(command);
            command = new ArrayList<>();
        }
    }
}
