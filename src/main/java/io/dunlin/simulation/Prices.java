package io.dunlin.simulation;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a step costs the house.
 *
 * @param perAction goes before {@code perChannel}
 */
public record Prices(String currency, Map<Action, BigDecimal> perAction, Map<Channel, BigDecimal> perChannel) {

    BigDecimal of(Done done) {
        return of(done.action(), done.channel());
    }

    /** {@code action} null where only the channel is known. */
    public BigDecimal of(Action action, Channel channel) {
        var own = action == null ? null : perAction.get(action);
        return own != null ? own : perChannel.getOrDefault(channel, BigDecimal.ZERO);
    }
}
