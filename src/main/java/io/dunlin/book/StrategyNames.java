package io.dunlin.book;

import io.dunlin.book.AccountCheck.Finding;
import java.util.List;
import java.util.Optional;

/** Which strategies decide, for whoever takes in customers. */
public interface StrategyNames {
    /** Those that a customer can have. */
    List<String> names();

    /** Nobody would decide about a customer whose strategy there is not: said when it is written, not when it is asked for. */
    default Optional<Finding> finding(Debtor customer) {
        if (customer == null || customer.strategy() == null || names().contains(customer.strategy())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "/customer/strategy",
                "Customer " + customer.id() + ": no strategy `" + customer.strategy() + "` decides; give one of "
                        + String.join(", ", names()) + ", or leave it out for the default"));
    }
}
