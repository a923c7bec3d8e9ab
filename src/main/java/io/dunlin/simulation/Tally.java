package io.dunlin.simulation;

import io.dunlin.book.Receivable;
import io.dunlin.simulation.Group.By;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts one customer into the tallies. */
final class Tally {
    private final Basis basis;
    private final Compared compared;
    private final Tallies into;
    private final Balances balances;
    private final Map<String, Receivable> papers;

    Tally(Basis basis, Compared compared, Tallies into) {
        this.basis = basis;
        this.compared = compared;
        this.into = into;
        this.balances = new Balances(compared.account());
        this.papers = compared.account().invoices().stream().collect(Collectors.toMap(Receivable::id, i -> i));
    }

    void count(List<Change> changes) {
        into.customers++;
        into.invoices += papers.size();
        into.fingerprint.add(compared);
        if (compared.divergence() != null) {
            into.changedCustomers++;
            into.divergences.merge(compared.divergence(), 1L, Long::sum);
        }
        for (var arm : Arm.values()) {
            side(arm);
        }
        compared.fates().forEach(this::fate);
        groups();
        received();
        changes.forEach(this::change);
    }

    private void side(Arm arm) {
        var side = into.side(arm);
        var played = compared.under(arm);
        played.fired().forEach(rule -> side.fired.merge(rule, 1L, Long::sum));
        played.done().forEach(done -> step(done, side));
        int contacts = contacts(arm);
        if (!compared.fates().isEmpty()) {
            side.contactsPerCustomer.merge(contacts, 1L, Long::sum);
        }
        Invariants.of(compared, arm, basis.under(arm).strategy().manifest().holds(), basis.window())
                .forEach(into::found);
    }

    private int contacts(Arm arm) {
        return (int) compared.under(arm).done().stream().filter(Done::isContact).count();
    }

    private void step(Done done, Side side) {
        side.steps.merge(done.action(), 1L, Long::sum);
        side.costs.merge(done.action(), basis.settings().prices().of(done), BigDecimal::add);
        side.work(done.on()).merge(done.owner(), 1L, Long::sum);
        side.approvals += done.approval() == null ? 0 : 1;
        done.rules().forEach(rule -> side.won.merge(rule, 1L, Long::sum));
        if (done.isContact()) {
            side.contacts++;
            boolean letter = done.channel().isWritten();
            side.letters += letter ? 1 : 0;
            if (isNeedless(done)) {
                side.needlessContacts++;
                side.needlessLetters += letter ? 1 : 0;
            }
        }
    }

    /** Everything it asked for was paid within a few days, sooner than a contact could have caused. */
    private boolean isNeedless(Done done) {
        var soon = done.on().plusDays(basis.settings().needlessDays());
        return done.action().claim() != Claim.NOTHING
                && !done.invoices().isEmpty()
                && done.invoices().stream()
                        .allMatch(id -> balances.open(papers.get(id), soon).signum() == 0);
    }

    private void fate(Fate fate) {
        var paper = fate.invoice();
        var worth = basis.inReportingCurrency(paper.amount(), paper.currency());
        var open = basis.inReportingCurrency(fate.open(), paper.currency());
        into.inPlay = into.inPlay.plus(Sum.one(worth));
        var flow = new Tallies.Flow(fate.hardest(Arm.BASELINE), fate.hardest(Arm.CANDIDATE));
        into.flow.merge(flow, Sum.one(worth), Sum::plus);
        if (fate.isChanged()) {
            into.changedInvoices = into.changedInvoices.plus(Sum.one(worth));
        }
        var bucket = Ages.bucket(paper.due(), basis.window().to());
        if (open.signum() > 0) {
            into.ageing.merge(bucket, Sum.one(open), Sum::plus);
        }
        for (var arm : Arm.values()) {
            fate(fate, arm, worth, open, bucket);
        }
    }

    private void fate(Fate fate, Arm arm, BigDecimal worth, BigDecimal open, String bucket) {
        var side = into.side(arm);
        var hardest = fate.hardest(arm);
        side.invoices.merge(hardest, Sum.one(worth), Sum::plus);
        if (open.signum() > 0) {
            side.openAtStage.merge(hardest.stage(), Sum.one(open), Sum::plus);
        }
        var due = fate.invoice().due();
        var first = fate.firstContact(arm);
        if (first != null && due != null) {
            side.daysToFirstContact.merge((int) ChronoUnit.DAYS.between(due, first), 1L, Long::sum);
        } else if (first == null
                && open.signum() > 0
                && due != null
                && due.isBefore(basis.window().to())) {
            side.untouched.merge(bucket, Sum.one(open), Sum::plus);
        }
    }

    private void groups() {
        var debtor = compared.account().customer();
        var none = "(none)";
        customer(into.group(By.SEGMENT, debtor.segment() == null ? none : debtor.segment()));
        customer(into.group(By.COUNTRY, debtor.country()));
        customer(into.group(By.SIZE_CLASS, basis.sizeClass(compared.account()).name()));
        ages();
    }

    private void customer(Group group) {
        group.customers++;
        group.changedCustomers += compared.divergence() == null ? 0 : 1;
        for (var fate : compared.fates()) {
            invoice(group, fate);
        }
        for (var arm : Arm.values()) {
            group.contacts[arm.ordinal()] += contacts(arm);
            for (var done : compared.under(arm).done()) {
                group.cost[arm.ordinal()] =
                        group.cost[arm.ordinal()].add(basis.settings().prices().of(done));
            }
        }
    }

    private void invoice(Group group, Fate fate) {
        group.invoices++;
        group.changedInvoices += fate.isChanged() ? 1 : 0;
        group.open = group.open.add(
                basis.inReportingCurrency(fate.open(), fate.invoice().currency()));
    }

    /** An invoice counts in the age it has at the end; a contact in the age of its oldest invoice that day. */
    private void ages() {
        for (var fate : compared.fates()) {
            invoice(
                    into.group(
                            By.AGE,
                            Ages.bucket(fate.invoice().due(), basis.window().to())),
                    fate);
        }
        for (var arm : Arm.values()) {
            for (var done : compared.under(arm).done()) {
                var group = into.group(By.AGE, age(done));
                group.contacts[arm.ordinal()] += done.isContact() ? 1 : 0;
                group.cost[arm.ordinal()] =
                        group.cost[arm.ordinal()].add(basis.settings().prices().of(done));
            }
        }
    }

    private String age(Done done) {
        if (done.invoices().isEmpty()) {
            return Ages.NO_INVOICE;
        }
        LocalDate oldest = done.invoices().stream()
                .map(id -> papers.get(id).due())
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        return Ages.bucket(oldest, done.on());
    }

    private void received() {
        for (var payment : compared.account().payments()) {
            var window = basis.window();
            if (payment.invoice() != null
                    && payment.receivedOn() != null
                    && !payment.receivedOn().isBefore(window.from())
                    && !payment.receivedOn().isAfter(window.to())) {
                var amount = basis.inReportingCurrency(payment.amount(), payment.currency());
                into.received.merge(payment.receivedOn(), Sum.one(amount), Sum::plus);
            }
        }
    }

    private void change(Change change) {
        into.biggest.add(change);
        for (var arm : Arm.values()) {
            var choice = change.under(arm);
            if (choice.action() != Action.NO_ACTION) {
                choice.rules().forEach(rule -> into.side(arm).decidedChanges.merge(rule, 1L, Long::sum));
            }
        }
    }
}
