package io.dunlin.ledger;

import io.dunlin.generator.Generator;
import io.dunlin.mapping.Row;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** A generated book to try things on, put into an empty database once, all of it or nothing. */
@ApplicationScoped
public class DemoBook {
    /** The day the demo book was made for; decide as of this day. */
    public static final LocalDate DAY = Generator.AS_OF;

    private static final long SEED = 2026;
    private static final String EXAMPLE = "C0000001";

    private final OneTransaction transaction;
    private final ImportBatch batches;
    private final LedgerConfig config;
    private final Clock clock;

    DemoBook(OneTransaction transaction, ImportBatch batches, LedgerConfig config, Clock clock) {
        this.transaction = transaction;
        this.batches = batches;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.demoCustomers() > 0) {
            transaction.run(() -> {
                if (CustomerRow.count() == 0) {
                    fill();
                }
                return null;
            });
        }
    }

    private void fill() {
        var rows = Generator.accounts(config.demoCustomers(), SEED, DAY)
                .map(account -> new Row(0, account))
                .toList();
        var result = batches.store(rows, new SeenIds());
        if (!result.rejects().isEmpty()) {
            throw new IllegalStateException("the demo book contradicts itself: " + result.rejects());
        }
        BankImportRow.of(DAY, clock.instant()).persist();
        Generator.rates().perUnit().forEach((currency, perUnit) -> RateRow.of(DAY, currency, perUnit)
                .persist());
        Log.infof("a demo book of %d generated customers is in the ledger, made for %s", rows.size(), DAY);
    }

    /** A customer of the demo book who owes something; empty where the book is somebody's own. */
    public Optional<String> example() {
        return config.demoCustomers() > 0 ? Optional.of(EXAMPLE) : Optional.empty();
    }
}
