package io.dunlin.generator;

import io.dunlin.book.AccountDraft;
import io.dunlin.book.Credit;
import io.dunlin.book.Deduction;
import io.dunlin.book.Dispute;
import io.dunlin.book.Payment;
import io.dunlin.book.Payment.State;
import io.dunlin.book.Promise;
import io.dunlin.book.Receivable;
import io.dunlin.book.Receivable.Goods;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** One generated invoice and its fate. */
final class GeneratedInvoice {
    private static final int DAYS_BACK = 300;
    private static final double USUAL_AMOUNT = 260;

    private final GeneratedCustomer customer;
    private final Dice dice;
    private final LocalDate asOf;
    private final LocalDate issued;
    private final BigDecimal amount;
    final String id;
    final String currency;
    final LocalDate due;
    BigDecimal balance;
    private boolean closed;

    GeneratedInvoice(GeneratedCustomer customer, int number, Dice dice, LocalDate asOf) {
        this.customer = customer;
        this.dice = dice;
        this.asOf = asOf;
        this.id = customer.id() + "-" + number;
        this.currency = dice.chance(0.004) ? "USD" : customer.market.currency();
        this.issued = asOf.minusDays(dice.between(1, DAYS_BACK));
        this.due = issued.plusDays(customer.termDays);
        this.amount = amount(customer, dice, currency);
        this.balance = amount;
    }

    static BigDecimal amount(GeneratedCustomer customer, Dice dice, String currency) {
        var rate = Market.RATES.get(currency).doubleValue();
        var value = Math.max(5, USUAL_AMOUNT * customer.size * dice.lognormal(0.9) * rate);
        return BigDecimal.valueOf(Math.round(value * 100), 2);
    }

    boolean isOverdue() {
        return !closed && balance.signum() > 0 && due.isBefore(asOf);
    }

    void happen(AccountDraft account) {
        var writtenOff = customer.failing && due.isBefore(asOf.minusDays(150)) && dice.chance(0.1);
        account.invoices(new Receivable(
                id,
                customer.id(),
                issued,
                dice.chance(0.002) ? null : due,
                amount,
                currency,
                customer.termDays + " days net",
                dice.chance(0.5) ? "PO-" + dice.between(10000, 99999) : null,
                dice.chance(0.003),
                goods(),
                writtenOff ? asOf.minusDays(dice.between(0, 20)) : null));
        closed = writtenOff;
        credit(account);
        pay(account);
        dispute(account);
        deduct(account);
        promise(account);
    }

    private Goods goods() {
        return dice.chance(0.04)
                ? new Goods(due.plusDays(dice.between(10, 60)), share(amount, 0.2, 0.7), dice.chance(0.5))
                : null;
    }

    private BigDecimal share(BigDecimal of, double low, double high) {
        var factor = BigDecimal.valueOf(Math.round((low + dice.share() * (high - low)) * 100), 2);
        return of.multiply(factor).setScale(2, RoundingMode.HALF_UP).max(new BigDecimal("0.01"));
    }

    private void credit(AccountDraft account) {
        if (dice.chance(0.015)) {
            var on = issued.plusDays(dice.between(3, 40));
            var value = share(amount, 0.05, 0.3);
            if (on.isBefore(asOf)) {
                account.credits(new Credit(id + "-N", customer.id(), id, on, value, currency, null));
                balance = balance.subtract(value);
            }
        }
    }

    private void pay(AccountDraft account) {
        var on = due.plusDays(Math.round(customer.habit + customer.straying * dice.bell() + dice.exponential(2)));
        var paidOn = on.isBefore(issued) ? issued : on;
        if (paidOn.isAfter(asOf) || (customer.failing && dice.chance(0.6)) || dice.chance(0.012)) {
            if (paidOn.isAfter(asOf) && paidOn.isBefore(asOf.plusDays(4)) && dice.chance(0.2)) {
                account.payments(payment("T", asOf, balance, State.IN_TRANSIT, null));
            }
            return;
        }
        var part = dice.chance(0.06);
        var value = part ? share(balance, 0.3, 0.8) : balance;
        var reversed = dice.chance(0.006) ? paidOn.plusDays(dice.between(2, 9)) : null;
        account.payments(payment("1", paidOn, value, State.BOOKED, reversed));
        if (reversed == null || reversed.isAfter(asOf)) {
            balance = balance.subtract(value);
        }
        var rest = paidOn.plusDays(dice.between(5, 40));
        if (part && rest.isBefore(asOf) && balance.signum() > 0 && dice.chance(0.6)) {
            account.payments(payment("2", rest, balance, State.BOOKED, null));
            balance = BigDecimal.ZERO;
        }
    }

    private Payment payment(String suffix, LocalDate on, BigDecimal value, State state, LocalDate reversed) {
        return new Payment(id + "-" + suffix, customer.id(), id, on, value, currency, state, reversed);
    }

    private void dispute(AccountDraft account) {
        if (!dice.chance(isOverdue() ? 0.12 : 0.03)) {
            return;
        }
        var on = issued.plusDays(dice.between(2, customer.termDays + 30));
        if (on.isBefore(asOf)) {
            var resolved = on.plusDays(dice.between(5, 45));
            account.disputes(new Dispute(
                    id + "-D",
                    id,
                    on,
                    dice.chance(0.4) ? share(amount, 0.1, 0.9) : null,
                    dice.one(List.of("price", "quantity", "quality", "delivered late", "no order number")),
                    dice.one(List.of("sales", "logistics", "billing")),
                    resolved.isBefore(asOf) && dice.chance(0.8) ? resolved : null));
        }
    }

    private void deduct(AccountDraft account) {
        if (!dice.chance(0.012)) {
            return;
        }
        var on = due.plusDays(dice.between(-5, 10));
        var decided = on.plusDays(dice.between(3, 20));
        if (on.isBefore(asOf)) {
            var known = decided.isBefore(asOf);
            var matched = known ? Boolean.valueOf(dice.chance(0.6)) : null;
            account.deductions(new Deduction(
                    id + "-X",
                    id,
                    on,
                    share(amount, 0.02, 0.15),
                    dice.one(List.of("bonus", "return", "promotion")),
                    dice.chance(0.5) ? "bonus-" + dice.between(1, 9) : null,
                    known ? decided : null,
                    matched,
                    Boolean.TRUE.equals(matched) && dice.chance(0.7) ? decided.plusDays(5) : null));
        }
    }

    private void promise(AccountDraft account) {
        if (!isOverdue() || !dice.chance(0.15)) {
            return;
        }
        var on = due.plusDays(dice.between(1, 30));
        if (on.isBefore(asOf)) {
            account.promises(new Promise(
                    id + "-V",
                    id,
                    on,
                    dice.chance(0.3) ? share(balance, 0.4, 1) : null,
                    on.plusDays(dice.between(3, 21)),
                    "accounts payable",
                    dice.chance(0.03) ? on.plusDays(1) : null));
        }
    }
}
