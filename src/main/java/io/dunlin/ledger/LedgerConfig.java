package io.dunlin.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "dunlin.ledger")
interface LedgerConfig {
    /**
     * Currency in which customers are compared with one another for their size. Where no rate for it is known, the
     * currency of most overdue invoices is taken, and customers who owe only in others stay unrated.
     */
    @WithDefault("EUR")
    String baseCurrency();

    /** The biggest customers who together owe this percentage of the overdue book are A; more means a longer A list. */
    @WithDefault("50")
    int aPercent();

    /** A and B together; the rest are C. */
    @WithDefault("80")
    int bPercent();

    /**
     * How long the size limits of a day are kept. They need a walk over the whole book: longer spares the database,
     * shorter notices sooner that a big customer paid. Zero: always fresh.
     */
    @WithDefault("PT1M")
    Duration sizesKeptFor();

    /**
     * A running import that has not got on for so long is told as interrupted. Shorter than the slowest thousand rows
     * would cry wolf.
     */
    @WithDefault("PT5M")
    Duration importStalledAfter();

    /**
     * Generated customers to put into an empty database, to have something to try. None by default; the service asks for
     * 200 when it runs on its own embedded database, and DUNLIN_LEDGER_DEMO_CUSTOMERS=0 says no.
     */
    @WithDefault("0")
    int demoCustomers();
}
