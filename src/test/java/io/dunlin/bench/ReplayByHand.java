package io.dunlin.bench;

import static io.dunlin.bench.ReplayOfPrecedents.FROM;
import static io.dunlin.bench.ReplayOfPrecedents.TO;

import io.dunlin.engine.WorkingDays;
import io.dunlin.vocabulary.Action;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The small-business strategy with its guard, day by day, as somebody would write it who needs nothing but this one policy
 * on a list of invoices: ifs over arrays.
 */
final class ReplayByHand implements PlainInvoices.Reader {
    private static final int PRE_DUE = Action.PRE_DUE_CONTACT.ordinal();
    private static final int CALL = Action.CALL.ordinal();
    private static final int REMINDER = Action.REMINDER.ordinal();
    private static final int PLAN = Action.OFFER_PAYMENT_PLAN.ordinal();
    private static final int LATE_CHARGE = Action.LATE_CHARGE.ordinal();
    private static final int CREDIT_HOLD = Action.CREDIT_HOLD.ordinal();
    private static final int WRITE_OFF = Action.WRITE_OFF.ordinal();
    private static final int CONFIRM = Action.CONFIRM_BILLING_CONTACT.ordinal();
    private static final int NEVER = Integer.MIN_VALUE / 2;
    private static final int FIRST_DAY = (int) FROM.toEpochDay();
    private static final int DAYS = (int) (TO.toEpochDay() - FIRST_DAY) + 1;

    private static final boolean[][] WORKING = new boolean[PlainInvoices.COUNTRIES.size()][DAYS];
    private static final int[][] GAP = new int[PlainInvoices.COUNTRIES.size()][DAYS];

    static {
        for (int c = 0; c < WORKING.length; c++) {
            var country = PlainInvoices.COUNTRIES.get(c);
            for (int d = 0; d < DAYS; d++) {
                LocalDate day = FROM.plusDays(d);
                WORKING[c][d] = WorkingDays.isWorking(country, day);
                GAP[c][d] = (int) (WorkingDays.lastBeforeNext(country, day).toEpochDay() - day.toEpochDay());
            }
        }
    }

    private final ReplayOfPrecedents.Rows rows;
    private int customer = -1;
    private int country;
    private int size;
    private int[] number = new int[64];
    private int[] issued = new int[64];
    private int[] due = new int[64];
    private int[] settled = new int[64];
    private long[] amount = new long[64];
    private boolean[] preDue = new boolean[64];
    private boolean[] called = new boolean[64];
    private int[] reminderLevel = new int[64];
    private boolean[] planned = new boolean[64];
    private boolean[] charged = new boolean[64];
    private boolean[] stopped = new boolean[64];
    private boolean[] writtenOff = new boolean[64];
    private int[] calledOn = new int[64];
    private int[] lastOn = new int[64];
    private int[] reactsUntil = new int[64];
    private boolean[] asked = new boolean[64];
    private boolean[] asking = new boolean[64];
    private int[] step = new int[64];
    private int[] contactOn = new int[400];
    private int contacts;
    private boolean creditHold;

    private ReplayByHand(ReplayOfPrecedents.Rows rows) {
        this.rows = rows;
    }

    static void rows(PlainInvoices invoices, ReplayOfPrecedents.Rows rows) throws SQLException {
        var replay = new ReplayByHand(rows);
        invoices.read(ReplayOfPrecedents.MATTERS, replay);
        replay.play();
    }

    @Override
    public void customer(int its, int itsCountry) throws SQLException {
        play();
        customer = its;
        country = itsCountry;
        size = 0;
        contacts = 0;
        creditHold = false;
    }

    @Override
    public void invoice(int its, int issuedOn, int dueOn, int settledOn, long money) {
        int i = size++;
        number[i] = its;
        issued[i] = issuedOn;
        due[i] = dueOn;
        settled[i] = settledOn;
        amount[i] = money;
        preDue[i] = called[i] = planned[i] = charged[i] = stopped[i] = writtenOff[i] = asked[i] = false;
        reminderLevel[i] = 0;
        calledOn[i] = lastOn[i] = reactsUntil[i] = NEVER;
    }

    private void play() throws SQLException {
        if (customer >= 0) {
            for (int d = 0; d < DAYS; d++) {
                if (WORKING[country][d]) {
                    day(FIRST_DAY + d, GAP[country][d]);
                }
            }
        }
    }

    private void day(int day, int gap) throws SQLException {
        int overdue = 0;
        for (int i = 0; i < size; i++) {
            overdue += issued[i] <= day && settled[i] > day && due[i] < day ? 1 : 0;
        }
        boolean quiet = isQuiet(day);
        int lead = -1;
        for (int i = 0; i < size; i++) {
            step[i] = 0;
            if (issued[i] <= day && settled[i] > day) {
                asking[i] = false;
                step[i] = step(i, day, gap, overdue, quiet);
                if (isContact(step[i]) && (lead < 0 || rank(step[i]) > rank(step[lead]))) {
                    lead = i;
                }
            }
        }
        if (lead >= 0) {
            contact(lead, day);
        }
        inside(day);
    }

    private boolean isQuiet(int day) {
        if (contacts == 0) {
            return false;
        }
        if (day < contactOn[contacts - 1] + 3) {
            return true;
        }
        return (contacts >= 2 && contactOn[contacts - 2] > day - 7)
                || (contacts >= 8 && contactOn[contacts - 8] > day - 30);
    }

    private static boolean isContact(int step) {
        int action = step / 10;
        return step > 0 && action != CREDIT_HOLD && action != WRITE_OFF && action != CONFIRM;
    }

    private static int rank(int step) {
        int action = step / 10;
        int rank = action == PRE_DUE ? 1 : action == CALL ? 2 : action == PLAN ? 3 : action == REMINDER ? 4 : 5;
        return rank * 10 + step % 10;
    }

    /** What one invoice gets if no other contact goes first: the highest of the ladder first. */
    private int step(int i, int day, int gap, int overdueInvoices, boolean quiet) {
        int overdue = day - due[i];
        if (reactsUntil[i] >= day) {
            return 0;
        }
        if (overdue <= 0) {
            int until = -overdue - gap;
            boolean call = amount[i] >= 15000 && until >= 1 && until <= 7 && overdueInvoices == 0;
            return call && !quiet && !preDue[i] ? PRE_DUE * 10 + 1 : 0;
        }
        if (amount[i] < 20000 && overdue >= 120 && !writtenOff[i]) {
            return WRITE_OFF * 10 + 1;
        }
        if (amount[i] >= 20000 && overdue >= 90 && charged[i] && creditHold && !quiet) {
            // An agency is not for who may be a consumer: the guard has us find out first, once.
            asking[i] = !asked[i];
        }
        if (amount[i] >= 15000 && overdue >= 75 && charged[i] && !creditHold && !stopped[i]) {
            return CREDIT_HOLD * 10 + 1;
        }
        int its = quiet || writtenOff[i] ? 0 : ordinary(i, day, overdue);
        return its == 0 && asking[i] ? CONFIRM * 10 + 1 : its;
    }

    private int ordinary(int i, int day, int overdue) {
        if (amount[i] >= 15000 && overdue >= 60 && reminderLevel[i] >= 3 && !charged[i]) {
            return LATE_CHARGE * 10 + 1;
        }
        if (amount[i] >= 2000 && overdue >= 45 && reminderLevel[i] < 3 && (called[i] || reminderLevel[i] >= 1)) {
            return REMINDER * 10 + 3;
        }
        if (amount[i] >= 2000 && amount[i] < 15000 && overdue >= 7 && reminderLevel[i] == 0) {
            return REMINDER * 10 + 1;
        }
        if (amount[i] >= 100000 && overdue >= 30 && called[i] && !planned[i]) {
            return PLAN * 10 + 1;
        }
        if (amount[i] >= 15000 && overdue >= 7 && day >= calledOn[i] + 4) {
            if (!called[i]) {
                return CALL * 10 + 1;
            }
            return overdue >= 14 && day - lastOn[i] >= 7 ? CALL * 10 + 2 : 0;
        }
        return 0;
    }

    private void contact(int lead, int day) throws SQLException {
        int its = step[lead];
        int action = its / 10;
        row(day, lead, its, its, true);
        for (int i = 0; i < size; i++) {
            boolean open = issued[i] <= day && settled[i] > day;
            if (i != lead && open && isNamed(i, day, action)) {
                row(day, i, its, isContact(step[i]) ? step[i] : 0, false);
                if (isContact(step[i])) {
                    done(i, day, step[i]);
                }
            }
        }
        done(lead, day, its);
        // A contact that went into another one makes room for what is done inside the house.
        for (int i = 0; i < size; i++) {
            if (i != lead && isContact(step[i])) {
                step[i] = asking[i] ? CONFIRM * 10 + 1 : 0;
            }
        }
        contactOn[contacts++] = day;
    }

    private boolean isNamed(int i, int day, int action) {
        return reactsUntil[i] < day
                && !writtenOff[i]
                && step[i] / 10 != WRITE_OFF
                && (step[i] / 10 == action || due[i] < day);
    }

    private void inside(int day) throws SQLException {
        boolean hold = false;
        for (int i = 0; i < size; i++) {
            if (step[i] > 0 && !isContact(step[i])) {
                row(day, i, step[i], step[i], true);
                done(i, day, step[i]);
                hold |= step[i] / 10 == CREDIT_HOLD;
            }
        }
        creditHold |= hold;
    }

    private void done(int i, int day, int its) {
        int action = its / 10;
        if (action == CONFIRM) {
            asked[i] = true;
            return;
        }
        lastOn[i] = day;
        preDue[i] |= action == PRE_DUE;
        planned[i] |= action == PLAN;
        charged[i] |= action == LATE_CHARGE;
        stopped[i] |= action == CREDIT_HOLD;
        writtenOff[i] |= action == WRITE_OFF;
        if (action == CALL) {
            called[i] = true;
            calledOn[i] = day;
        }
        if (action == REMINDER) {
            reminderLevel[i] = its % 10;
        }
        int reaction = action == PRE_DUE
                ? 0
                : action == CALL ? 4 : action == PLAN ? 10 : action == CREDIT_HOLD ? 5 : action == WRITE_OFF ? 30 : 7;
        reactsUntil[i] = Math.max(reactsUntil[i], day + reaction - 1);
    }

    private void row(int day, int i, int its, int own, boolean lead) throws SQLException {
        rows.row(day, customer, number[i], its / 10, its % 10, own, lead);
    }
}
