package io.dunlin.language;

import io.dunlin.vocabulary.Unit;
import java.math.BigDecimal;

/**
 * A number a manager tunes.
 *
 * @param unit null only where {@code strategy.yaml} is wrong about it; such a strategy is refused
 * @param currency set exactly where the unit is {@link Unit#MONEY}
 */
public record Parameter(String name, BigDecimal value, Unit unit, String currency, String meaning) {
    @Override
    public String toString() {
        return value.toPlainString() + (currency == null ? "" : " " + currency);
    }
}
