package io.dunlin.mapping;

import io.dunlin.book.Debtor;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer.DebtorType;
import io.dunlin.vocabulary.Customer.SizeClass;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** Master data of a customer, in a file of its own or riding along with an invoice. */
final class DebtorRow {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Cells cells;
    private final String prefix;

    DebtorRow(Cells cells, String prefix) {
        this.cells = cells;
        this.prefix = prefix;
    }

    Debtor read(String id) {
        var limit = cells.text(at("creditLimit")) == null ? null : cells.currency(at("creditCurrency"));
        return new Debtor(
                id,
                text("name"),
                cells.country(at("country")),
                zone(),
                text("language"),
                cells.word(at("type"), DebtorType.class),
                text("group"),
                text("segment"),
                cells.word(at("preferredChannel"), Channel.class),
                text("email"),
                text("phone"),
                text("address"),
                undeliverable(),
                cells.date(at("billingContactConfirmedOn")),
                text("salesperson"),
                text("collector"),
                cells.amount(at("creditLimit"), limit),
                limit,
                cells.date(at("creditHoldSince")),
                cells.date(at("insolventSince")),
                cells.yes(at("doNotContact")),
                cells.word(at("sizeClass"), SizeClass.class),
                text("strategy"),
                text("payer"));
    }

    private String at(String field) {
        return prefix + field;
    }

    private String text(String field) {
        return cells.text(at(field));
    }

    private String zone() {
        var zone = text("zone");
        if (zone != null && !ZONES.contains(zone)) {
            cells.reject(at("zone"), "is not a time zone; names such as Europe/Berlin are");
        }
        return zone;
    }

    private Set<Channel> undeliverable() {
        var dead = EnumSet.noneOf(Channel.class);
        for (var item : cells.list(at("undeliverable"))) {
            var channel = cells.word(at("undeliverable"), item, Channel.class);
            if (channel != null) {
                dead.add(channel);
            }
        }
        return dead;
    }
}
