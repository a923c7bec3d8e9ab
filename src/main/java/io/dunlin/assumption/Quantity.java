package io.dunlin.assumption;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Percentages and days with the unit that belongs to them; a bare number would be read as either. */
final class Quantity {
    static final String A_DAY = " a day";

    private static final Pattern PERCENT =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)(?: to (\\d{1,3}(?:\\.\\d{1,6})?))? ?%");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,4}) days?");
    private static final int LONGEST = 365;

    private Quantity() {}

    /** @param unit what must follow the percentage, because a chance for a day and one for ever are easily mixed up */
    static Range percent(Block block, String key, String unit) {
        var text = block.text(key);
        var match = PERCENT.matcher(
                text == null || !text.endsWith(unit) ? "" : text.substring(0, text.length() - unit.length()));
        if (text != null && !match.matches()) {
            block.say(
                    key,
                    "`" + key + "` must be a percentage such as `5 %" + unit + "`, or `2 to 8 %" + unit
                            + "` where nobody knows it better, not `" + text + "`");
        }
        if (text == null || !match.matches()) {
            return null;
        }
        var low = new BigDecimal(match.group(1));
        var high = match.group(2) == null ? low : new BigDecimal(match.group(2));
        if (low.compareTo(high) > 0 || high.compareTo(BigDecimal.valueOf(100)) > 0) {
            block.say(key, "`" + key + "` must not be more than 100 %, and go from the lower to the higher");
        }
        return new Range(low, high);
    }

    static int days(Block block, String key) {
        var text = block.text(key);
        var match = DAYS.matcher(text == null ? "" : text);
        var days = match.matches() ? Integer.parseInt(match.group(1)) : 0;
        if (text != null && (days < 1 || days > LONGEST)) {
            block.say(
                    key, "`" + key + "` must be `1 day` to `" + LONGEST + " days`, not `" + text + "`; write the unit");
        }
        return days;
    }
}
