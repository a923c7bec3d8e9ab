package io.dunlin.assumption;

/** Assumptions for tests: as said, and for the rest nobody pays. */
public final class Stated {
    private Stated() {}

    public static Assumptions assumptions(String text) throws AssumptionsRefused {
        var rest = new StringBuilder(text);
        add(rest, "draws", "draws: 1000");
        add(rest, "unasked", unasked("0 %"));
        add(rest, "responses", "responses: {}");
        add(rest, "again", "again: 100 %");
        add(rest, "together", "together: 0 %");
        return AssumptionsReader.read("test.yaml", rest.toString());
    }

    /** The same at every age. */
    public static String unasked(String chance) {
        return "unasked: { not due: %1$s a day, 1-30: %1$s a day, 31-60: %1$s a day, 61-90: %1$s a day, over 90: %1$s a day }"
                .formatted(chance);
    }

    private static void add(StringBuilder text, String key, String line) {
        if (text.toString().lines().noneMatch(each -> each.startsWith(key + ":"))) {
            text.append('\n').append(line);
        }
    }
}
