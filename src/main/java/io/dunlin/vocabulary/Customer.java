package io.dunlin.vocabulary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * What rules know of a customer on one day. A customer who owes in several currencies is several such facts, one per
 * currency, so that amounts are never added across currencies.
 */
public record Customer(
        Identity identity,
        String currency,
        Rates rates,
        Day day,
        Standing standing,
        Totals totals,
        Habits habits,
        Touch touch)
        implements Fact {

    public enum DebtorType {
        COMPANY,
        SOLE_TRADER,
        PUBLIC_BODY,
        UNKNOWN
    }

    /** Share of the overdue book: A the few biggest, B the middle, C the many small, UNRATED where the book is unknown. */
    public enum SizeClass {
        A,
        B,
        C,
        UNRATED
    }

    public record Identity(
            String id,
            String name,
            String country,
            DebtorType debtorType,
            String group,
            String segment,
            People people) {}

    public record People(
            String salesperson, String collector, boolean billingContactConfirmed, Channel preferredChannel) {}

    /** The as-of day as this customer lives it; {@code bankDataAge} is null where no bank import is known. */
    public record Day(LocalDate asOf, boolean workingDay, Integer bankDataAge) {}

    /** {@code payer} is null where the customer pays itself. */
    public record Standing(
            BigDecimal creditLimit, boolean creditHold, boolean insolvent, boolean doNotContact, Payer payer) {}

    /**
     * Who pays for the customer. {@code daysOverdue} and {@code overdue} are null where the payer's account is not known; the
     * latter is in the customer's currency and leaves out what the payer owes in others.
     */
    public record Payer(
            String id,
            Integer daysOverdue,
            BigDecimal overdue,
            boolean insolvent,
            boolean doNotContact,
            boolean creditHold) {}

    public record Totals(
            SizeClass sizeClass,
            BigDecimal exposure,
            BigDecimal overdue,
            BigDecimal collectable,
            BigDecimal unallocated,
            int overdueInvoices,
            int oldestDaysOverdue) {}

    /** Behaviour over the twelve months before the as-of day. */
    public record Habits(
            int settledInvoices,
            int averageDaysLate,
            int latePercent,
            int brokenPromises,
            int disputesAfterReminder,
            boolean late) {}

    /** {@code daysSinceContact} is null where there never was one. */
    public record Touch(
            Integer daysSinceContact,
            int contacts7,
            int contacts30,
            int unanswered30,
            Set<Channel> answers,
            Set<Action> done) {}

    @Override
    @Word("customer number")
    public String id() {
        return identity.id();
    }

    @Word("customer name; the number where no name is known")
    public String name() {
        return identity.name();
    }

    @Word("country, ISO 3166-1 alpha-2")
    public String country() {
        return identity.country();
    }

    @Override
    @Word("currency of every amount on this fact, ISO 4217")
    public String currency() {
        return currency;
    }

    @Word("COMPANY, SOLE_TRADER, PUBLIC_BODY or UNKNOWN; unknown is treated as strictly as a private person")
    public DebtorType debtorType() {
        return identity.debtorType();
    }

    @Word("corporate group, null if none")
    public String group() {
        return identity.group();
    }

    @Word("segment the seller put the customer in, null if none")
    public String segment() {
        return identity.segment();
    }

    @Word("salesperson in charge, null if none")
    public String salesperson() {
        return identity.people().salesperson();
    }

    @Word("collector in charge, null if none")
    public String collector() {
        return identity.people().collector();
    }

    @Word("whether the billing contact was confirmed with the customer")
    public boolean billingContactConfirmed() {
        return identity.people().billingContactConfirmed();
    }

    @Word("channel the customer wants to be reached by, null if not stated")
    public Channel preferredChannel() {
        return identity.people().preferredChannel();
    }

    @Word("whether the as-of day is a working day in the customer's country")
    public boolean workingDay() {
        return day.workingDay();
    }

    @Word(value = "age of the newest bank import, null if unknown", unit = Unit.DAYS)
    public Integer bankDataAge() {
        return day.bankDataAge();
    }

    @Word(value = "credit limit, null if none", unit = Unit.MONEY)
    public BigDecimal creditLimit() {
        return standing.creditLimit();
    }

    @Word("whether deliveries are stopped")
    public boolean creditHold() {
        return standing.creditHold();
    }

    @Word("whether insolvency proceedings are known")
    public boolean insolvent() {
        return standing.insolvent();
    }

    @Word("whether the customer must not be contacted at all")
    public boolean doNotContact() {
        return standing.doNotContact();
    }

    @Word("customer number of who pays for this customer, null if it pays itself")
    public String payer() {
        return standing.payer() == null ? null : standing.payer().id();
    }

    @Word(
            value =
                    "days past due of the payer's oldest open invoice in any currency; 0 if none, null if there is no payer",
            unit = Unit.DAYS)
    public Integer payerDaysOverdue() {
        return standing.payer() == null ? null : standing.payer().daysOverdue();
    }

    @Word(value = "the payer's open invoices past due in this currency, null if there is no payer", unit = Unit.MONEY)
    public BigDecimal payerOverdueTotal() {
        return standing.payer() == null ? null : standing.payer().overdue();
    }

    @Word("whether insolvency proceedings are known of the payer")
    public boolean payerInsolvent() {
        return standing.payer() != null && standing.payer().insolvent();
    }

    @Word("whether the payer must not be contacted at all")
    public boolean payerDoNotContact() {
        return standing.payer() != null && standing.payer().doNotContact();
    }

    @Word("whether deliveries to the payer are stopped")
    public boolean payerCreditHold() {
        return standing.payer() != null && standing.payer().creditHold();
    }

    @Word("A, B, C by share of the overdue book; UNRATED where the book is unknown")
    public SizeClass sizeClass() {
        return totals.sizeClass();
    }

    @Word(value = "all open invoices, due or not", unit = Unit.MONEY)
    public BigDecimal exposure() {
        return totals.exposure();
    }

    @Word(value = "open invoices past due", unit = Unit.MONEY)
    public BigDecimal overdueTotal() {
        return totals.overdue();
    }

    @Word(value = "what may be chased today over all invoices", unit = Unit.MONEY)
    public BigDecimal collectableTotal() {
        return totals.collectable();
    }

    @Word(value = "payments and credits not yet matched to an invoice", unit = Unit.MONEY)
    public BigDecimal unallocated() {
        return totals.unallocated();
    }

    @Word(value = "open invoices past due", unit = Unit.COUNT)
    public int overdueInvoices() {
        return totals.overdueInvoices();
    }

    @Word(value = "days past due of the oldest open invoice; 0 if none is past due", unit = Unit.DAYS)
    public int oldestDaysOverdue() {
        return totals.oldestDaysOverdue();
    }

    @Word(value = "invoices settled in the last twelve months", unit = Unit.COUNT)
    public int settledInvoices() {
        return habits.settledInvoices();
    }

    @Word(value = "mean days late of invoices settled in the last twelve months, early counted as 0", unit = Unit.DAYS)
    public int averageDaysLate() {
        return habits.averageDaysLate();
    }

    @Word(value = "share of invoices settled late in the last twelve months", unit = Unit.PERCENT)
    public int latePercent() {
        return habits.latePercent();
    }

    @Word(value = "promises broken in the last twelve months", unit = Unit.COUNT)
    public int brokenPromises() {
        return habits.brokenPromises();
    }

    @Word(value = "disputes raised only after the second reminder, last twelve months", unit = Unit.COUNT)
    public int lateDisputes() {
        return habits.disputesAfterReminder();
    }

    @Word("pays late as a habit (see the strategy's holds section for the measure)")
    public boolean habitualLatePayer() {
        return habits.late();
    }

    @Word(value = "days since anybody contacted the customer by any channel, null if never", unit = Unit.DAYS)
    public Integer daysSinceContact() {
        return touch.daysSinceContact();
    }

    @Word(value = "contacts in the last 7 days over all channels", unit = Unit.COUNT)
    public int contactsLast7Days() {
        return touch.contacts7();
    }

    @Word(value = "contacts in the last 30 days over all channels", unit = Unit.COUNT)
    public int contactsLast30Days() {
        return touch.contacts30();
    }

    @Word(value = "contact attempts without an answer in the last 30 days", unit = Unit.COUNT)
    public int unansweredLast30Days() {
        return touch.unanswered30();
    }

    @Word("channels the customer answered on in the last twelve months")
    public Set<Channel> answersOn() {
        return touch.answers();
    }

    @Word("customer-wide actions confirmed done within their reaction time")
    public Set<Action> recentlyDone() {
        return touch.done();
    }
}
