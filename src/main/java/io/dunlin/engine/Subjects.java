package io.dunlin.engine;

import io.dunlin.book.Debtor;
import io.dunlin.book.ManualOverride;
import io.dunlin.engine.Candidates.Subject;
import io.dunlin.engine.Case.LastDone;
import io.dunlin.engine.Case.OpenItem;
import io.dunlin.language.HoldNumbers;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Action.Claim;
import io.dunlin.vocabulary.Blocker;
import io.dunlin.vocabulary.Blocker.Code;
import io.dunlin.vocabulary.Blocker.Scope;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Customer;
import io.dunlin.vocabulary.Invoice;
import io.dunlin.vocabulary.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The two things candidates can be about. */
final class Subjects {
    private Subjects() {}

    static Subject invoice(OpenItem item, Case the, HoldNumbers numbers) {
        return new AnInvoice(item, the, numbers);
    }

    static Subject customer(Customer customer, Case the) {
        return new ACustomer(customer, the);
    }

    private record AnInvoice(OpenItem item, Case the, HoldNumbers numbers) implements Subject {
        @Override
        public Scope scope() {
            return Scope.INVOICE;
        }

        @Override
        public Invoice invoice() {
            return item.invoice();
        }

        @Override
        public List<Held> holds() {
            var order = order();
            boolean waits = order != null && Overrides.makesWait(order);
            if (the.holds().isEmpty() && !waits) {
                return item.holds();
            }
            var all = new ArrayList<>(item.holds());
            all.addAll(the.holds());
            if (waits) {
                all.add(Overrides.held(order));
            }
            return all;
        }

        @Override
        public ManualOverride order() {
            return the.overrides().onInvoice(item.invoice().id());
        }

        @Override
        public Blocker alreadyDone(Action action, int level) {
            var last = item.done().get(action);
            if (last == null) {
                return null;
            }
            if (!action.isRepeatable()) {
                return level > last.level() ? null : blocker(action, level, last, null);
            }
            var until = last.on().plusDays(numbers.reactionDays(action) - 1L);
            return the.book().asOf().isAfter(until) ? null : blocker(action, level, last, until);
        }

        private static Blocker blocker(Action action, int level, LastDone last, LocalDate until) {
            var text = action + " level " + level + " was done on " + last.on()
                    + (until == null ? " and is not repeated" : "; not again before " + until.plusDays(1));
            return new Blocker(Code.ALREADY_DONE, Scope.INVOICE, null, until, Role.COLLECTION_MANAGER, null, text);
        }

        @Override
        public boolean hasClaimFor(Action action) {
            return action.claim() == Claim.NOTHING
                    || item.invoice().amounts().of(action.claim()).signum() > 0;
        }

        @Override
        public Channel channel(Action action) {
            return Channels.choose(action, debtor(the));
        }
    }

    private record ACustomer(Customer customer, Case the) implements Subject {
        @Override
        public Scope scope() {
            return Scope.CUSTOMER;
        }

        @Override
        public Invoice invoice() {
            return null;
        }

        @Override
        public List<Held> holds() {
            var order = order();
            if (order == null || order.action() != Action.NO_ACTION) {
                return the.holds();
            }
            var all = new ArrayList<>(the.holds());
            all.add(Overrides.held(order));
            return all;
        }

        @Override
        public ManualOverride order() {
            return the.overrides().onCustomer();
        }

        @Override
        public Blocker alreadyDone(Action action, int level) {
            if (!customer.recentlyDone().contains(action)) {
                return null;
            }
            var text = action + " was done and its time has not passed";
            return new Blocker(Code.ALREADY_DONE, Scope.CUSTOMER, null, null, Role.COLLECTION_MANAGER, null, text);
        }

        @Override
        public boolean hasClaimFor(Action action) {
            return switch (action.claim()) {
                case COLLECTABLE -> customer.collectableTotal().signum() > 0;
                case OPEN_AMOUNT, INSTALMENTS -> customer.exposure().signum() > 0;
                case NOTHING -> true;
            };
        }

        @Override
        public Channel channel(Action action) {
            return Channels.choose(action, debtor(the));
        }
    }

    private static Debtor debtor(Case the) {
        return the.history().account.customer();
    }
}
