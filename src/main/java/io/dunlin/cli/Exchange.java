package io.dunlin.cli;

import io.dunlin.book.Account;
import io.dunlin.book.Receivable;
import io.dunlin.language.Compiled;
import io.dunlin.language.Parameter;
import io.dunlin.vocabulary.Rates;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the thresholds of a strategy can be compared with what a customer owes. */
final class Exchange {
    private final List<String> currencies;
    private final Rates rates;

    Exchange(Compiled strategy, Compiled guard, Rates rates) {
        this.rates = rates;
        this.currencies = Stream.of(strategy, guard)
                .flatMap(policy -> policy.manifest().parameters().values().stream())
                .map(Parameter::currency)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Why the account cannot be decided; empty where it can. */
    Optional<String> obstacle(Account account) {
        return account.invoices().stream()
                .map(Receivable::currency)
                .distinct()
                .flatMap(owed -> currencies.stream()
                        .filter(threshold -> !rates.converts(threshold, owed))
                        .map(threshold -> "there is no rate between " + threshold + ", in which the strategy has its"
                                + " thresholds, and " + owed + "; give both under `rates` in the mapping"))
                .findFirst();
    }
}
