package io.dunlin.assumption;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.util.List;
import java.util.Map;

/**
 * What somebody assumes about customers; nobody's measurement. All are chances, in percent.
 *
 * @param sha256 of the file
 * @param draws how often the future is drawn
 * @param unasked that an invoice is paid on a day although nobody asks, by its age
 * @param responses that an invoice is paid because of a step about it, by action or by action and level
 * @param again what is left of a response each time the same action is repeated about the same invoice
 * @param together that an invoice shares the luck of its customer's other invoices instead of having its own
 * @param partial null where every payment is of all that is open
 * @param except for some customers; the first that fits goes before all others
 */
public record Assumptions(
        String name,
        String sha256,
        int draws,
        Map<Age, Range> unasked,
        Map<String, Response> responses,
        Range again,
        Range together,
        Partial partial,
        List<Except> except) {

    /** @param within so many days, each as likely as the other as long as the invoice is open */
    public record Response(Range pays, int within) {}

    /** @param chance that a payment is not of all that is open, but of {@code share} */
    public record Partial(Range chance, Range share) {}

    /** @param segment null for any, as {@code sizeClass}; what it does not say is as for everybody */
    public record Except(
            String segment, SizeClass sizeClass, Map<Age, Range> unasked, Map<String, Response> responses) {
        boolean fits(String its, SizeClass size) {
            return (segment == null || segment.equals(its)) && (sizeClass == null || sizeClass == size);
        }

        public String who() {
            var words = segment == null ? "" : "segment " + segment;
            return sizeClass == null ? words : (words + (words.isEmpty() ? "" : ", ") + "size class " + sizeClass);
        }
    }

    static String key(Action action, int level) {
        return action + " " + level;
    }
}
