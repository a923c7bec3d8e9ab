package io.dunlin.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;

/**
 * What a plan over several invoices lacks, invoice by invoice, oldest first. By the whole balance, whether or not it may be
 * chased: a hold on an old invoice must not make the treatment of a younger one harder.
 */
final class MissedInstalments {
    private MissedInstalments() {}

    static void spread(List<ItemDraft> oldestFirst) {
        var left = new HashMap<String, BigDecimal>();
        for (var draft : oldestFirst) {
            if (draft.plan().missed().signum() > 0) {
                var missed = left.getOrDefault(draft.planId(), draft.plan().missed());
                var share = missed.min(draft.balance());
                left.put(draft.planId(), missed.subtract(share));
                draft.missed(share);
            }
        }
    }
}
