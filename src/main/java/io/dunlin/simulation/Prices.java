package io.dunlin.simulation;

import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a step costs the house.
 *
 * @param perAction goes before {@code perChannel}
 */
public record Prices(String currency, Map<Action, BigDecimal> perAction, Map<Channel, BigDecimal> perChannel) {

    /** Channels without a price. */
    List<String> unpriced() {
        return Stream.of(Channel.values())
                .filter(channel -> !perChannel.containsKey(channel))
                .map(Enum::name)
                .toList();
    }

    BigDecimal of(Done done) {
        return of(done.action(), done.channel());
    }

    /** {@code action} null where only the channel is known. */
    public BigDecimal of(Action action, Channel channel) {
        var own = action == null ? null : perAction.get(action);
        return own != null ? own : perChannel.getOrDefault(channel, BigDecimal.ZERO);
    }
}
