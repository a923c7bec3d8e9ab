package io.dunlin.mapping;

import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Contact;
import io.dunlin.book.Contact.Step;
import io.dunlin.book.Credit;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Hold;
import io.dunlin.book.Payment;
import io.dunlin.book.Plan;
import io.dunlin.book.Plan.Instalment;
import io.dunlin.book.Promise;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The facts one row states. */
final class Facts {
    private final Kind kind;
    private final Cells cells;
    private final InvoiceRow invoices;
    private final DebtorRow debtors;

    Facts(Mapping mapping, Cells cells) {
        this.kind = mapping.kind();
        this.cells = cells;
        this.invoices = new InvoiceRow(mapping, cells);
        this.debtors = new DebtorRow(cells, "");
    }

    Account read() {
        return switch (kind) {
            case CUSTOMERS -> Account.of(debtors.read(cells.id("id")), null);
            case INVOICES -> invoices.read();
            case PAYMENTS -> new AccountDraft().payments(payment()).account();
            case CREDITS -> new AccountDraft().credits(credit()).account();
            case DISPUTES -> new AccountDraft().disputes(dispute()).account();
            case DEDUCTIONS -> new AccountDraft().deductions(deduction()).account();
            case PROMISES -> new AccountDraft().promises(promise()).account();
            case PLANS -> new AccountDraft().plans(plan()).account();
            case CONTACTS -> new AccountDraft().contacts(contact()).account();
            case HOLDS -> new AccountDraft().holds(hold()).account();
        };
    }

    private Payment payment() {
        var currency = cells.currency("currency");
        return new Payment(
                cells.id("id"),
                cells.id("customer"),
                cells.optionalId("invoice"),
                cells.needDate("on"),
                amount(currency, "; money that went back has a day in reversedOn"),
                currency,
                cells.word("state", Payment.State.class),
                cells.date("reversedOn"),
                cells.date("bookedOn"),
                null);
    }

    private Credit credit() {
        var currency = cells.currency("currency");
        return new Credit(
                cells.id("id"),
                cells.id("customer"),
                cells.optionalId("invoice"),
                cells.needDate("on"),
                amount(currency, ", as the amount by which less is owed"),
                currency,
                cells.date("cancelledOn"));
    }

    private BigDecimal amount(String currency, String instead) {
        return cells.needed("amount", cells.positive("amount", currency, instead));
    }

    private Dispute dispute() {
        return new Dispute(
                cells.id("id"),
                cells.id("invoice"),
                cells.needDate("on"),
                cells.positive("amount", null, "; an empty amount contests all of it"),
                cells.text("reason"),
                cells.text("owner"),
                cells.date("resolvedOn"));
    }

    private Deduction deduction() {
        return new Deduction(
                cells.id("id"),
                cells.id("invoice"),
                cells.needDate("on"),
                amount(null, ""),
                cells.text("reason"),
                cells.text("plan"),
                cells.date("decidedOn"),
                cells.yesOrNo("matched"),
                cells.date("settledOn"));
    }

    private Promise promise() {
        return new Promise(
                cells.id("id"),
                cells.id("invoice"),
                cells.needDate("on"),
                cells.positive("amount", null, "; an empty amount promises all of it"),
                cells.needDate("until"),
                cells.text("by"),
                cells.date("cancelledOn"));
    }

    private Plan plan() {
        return new Plan(
                cells.id("id"),
                cells.id("customer"),
                cells.list("invoices"),
                cells.needDate("on"),
                instalments(),
                cells.text("terms"),
                cells.date("cancelledOn"));
    }

    private List<Instalment> instalments() {
        var instalments = new ArrayList<Instalment>();
        var iso = new Dates(Format.PLAIN.dates());
        for (var item : cells.list("instalments")) {
            var parts = item.split("=", 2);
            try {
                var amount = cells.amounts().parse(parts.length == 2 ? parts[1] : "");
                instalments.add(new Instalment(iso.parse(parts[0]), amount));
            } catch (NotUnderstood e) {
                cells.reject(
                        "instalments",
                        "must read like 2026-01-31=100.00|2026-02-28=100.00; `" + item + "` " + e.getMessage());
            }
        }
        if (instalments.isEmpty() && cells.text("instalments") == null) {
            cells.reject("instalments", "is missing");
        }
        return instalments;
    }

    private Contact contact() {
        return new Contact(
                cells.id("id"),
                cells.id("customer"),
                cells.needDate("on"),
                cells.needed("channel", cells.word("channel", Channel.class)),
                cells.word("result", Contact.Result.class),
                cells.text("by"),
                cells.text("note"),
                cells.text("decision"),
                steps());
    }

    /** Either the list {@code invoice:ACTION:level|...} or the three columns of a single step. */
    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var item : cells.list("steps")) {
            var level = item.lastIndexOf(':');
            var action = level < 0 ? -1 : item.lastIndexOf(':', level - 1);
            if (action < 0) {
                cells.reject("steps", "must read like INV-1:REMINDER:2|INV-2:REMINDER:2");
            } else {
                var invoice = action == 0 ? null : item.substring(0, action);
                add(steps, "steps", invoice, item.substring(action + 1, level), item.substring(level + 1));
            }
        }
        if (cells.text("action") != null) {
            add(steps, "action", cells.optionalId("invoice"), cells.text("action"), cells.text("level"));
        }
        return steps;
    }

    private void add(List<Step> steps, String field, String invoice, String action, String level) {
        var digits = level == null ? "1" : level;
        if (!digits.matches("[1-9]")) {
            cells.reject(level == null ? field : "level", "is not a level; levels are 1 to 9");
            return;
        }
        var what = cells.word(field, action, Action.class);
        if (what != null) {
            steps.add(new Step(invoice, what, Integer.parseInt(digits)));
        }
    }

    private Hold hold() {
        return new Hold(
                cells.id("id"),
                cells.id("customer"),
                cells.optionalId("invoice"),
                cells.text("reason"),
                cells.needDate("from"),
                cells.needDate("until"),
                cells.text("by"),
                cells.date("liftedOn"));
    }
}
