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
        var own = perAction.get(done.action());
        return own != null ? own : perChannel.getOrDefault(done.channel(), BigDecimal.ZERO);
    }
}
