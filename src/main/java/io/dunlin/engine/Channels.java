package io.dunlin.engine;

import io.dunlin.book.Debtor;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.util.List;

/** Which way an action goes: the customer's wish if it suits, then the action's own, then whatever still reaches. */
final class Channels {
    private static final List<Channel> WRITTEN = List.of(Channel.EMAIL, Channel.LETTER, Channel.PORTAL, Channel.SMS);

    private Channels() {}

    /** Null where every suitable address is missing or dead. */
    static Channel choose(Action action, Debtor debtor) {
        var own = action.channel();
        if (!own.reachesCustomer()) {
            return own;
        }
        if (own == Channel.PHONE) {
            return reaches(debtor, Channel.PHONE) ? Channel.PHONE : written(debtor, own);
        }
        // A severe letter is a letter; only ordinary mail follows the customer's wish.
        boolean flexible = own == Channel.EMAIL;
        var wish = debtor.preferredChannel();
        if (flexible && wish != null && wish.isWritten() && reaches(debtor, wish)) {
            return wish;
        }
        return reaches(debtor, own) ? own : written(debtor, own);
    }

    private static Channel written(Debtor debtor, Channel own) {
        return WRITTEN.stream()
                .filter(channel -> channel != own && reaches(debtor, channel))
                .findFirst()
                .orElse(own == Channel.PHONE || !reaches(debtor, Channel.PHONE) ? null : Channel.PHONE);
    }

    /** A channel with no address on file reaches nobody, unless no address at all is on file: then we were not told. */
    private static boolean reaches(Debtor debtor, Channel channel) {
        if (debtor.undeliverable().contains(channel)) {
            return false;
        }
        boolean told = debtor.email() != null || debtor.phone() != null || debtor.address() != null;
        return switch (channel) {
            case EMAIL -> debtor.email() != null || !told;
            case LETTER, VISIT -> debtor.address() != null || !told;
            case PHONE -> debtor.phone() != null || !told;
            case SMS, CHAT -> debtor.phone() != null;
            case PORTAL -> debtor.preferredChannel() == Channel.PORTAL;
            case INTERNAL -> true;
        };
    }
}
