package io.dunlin.strategy;

import io.dunlin.book.Debtor;
import io.dunlin.engine.Choice.Arm;
import io.dunlin.engine.Choice.Experiment;
import io.dunlin.language.Compiled;
import java.math.BigDecimal;

/**
 * A version that decides for a share of the customers.
 *
 * @param id of the challenger's newest row
 */
record Challenger(long id, Compiled version, int percent, String salt) {

    Experiment draw(Debtor debtor) {
        var arm = Draw.arm(Draw.of(salt, Draw.group(debtor)), percent);
        var share = BigDecimal.valueOf(arm == Arm.CHALLENGER ? percent : 100 - percent, 2);
        return new Experiment(salt, arm, share);
    }
}
