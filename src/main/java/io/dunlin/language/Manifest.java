package io.dunlin.language;

import io.dunlin.vocabulary.Action;
import java.util.List;
import java.util.Map;

/**
 * What {@code strategy.yaml} says.
 *
 * @param ladder rank of each action, 0 the mildest; equal numbers share a rank
 */
public record Manifest(
        String name,
        String purpose,
        String currency,
        Map<Action, Integer> ladder,
        Map<String, Parameter> parameters,
        HoldNumbers holds,
        Budget budget,
        List<Acceptance> accepted) {

    /** Where the file may not even be read. */
    static final Manifest NONE =
            new Manifest("", "", "EUR", Map.of(), Map.of(), HoldNumbers.DEFAULTS, Budget.DEFAULT, List.of());

    public int rank(Action action) {
        return ladder.getOrDefault(action, -1);
    }

    /** Currencies a threshold is stated in; an invoice in another one needs a rate. */
    public List<String> moneyCurrencies() {
        return parameters.values().stream()
                .map(Parameter::currency)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }
}
