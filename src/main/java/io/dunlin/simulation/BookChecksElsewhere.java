package io.dunlin.simulation;

import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * The default time zone, being another one for a single thread. The virtual machine has only one default; changed for all,
 * it would move the dates of everybody who is being served meanwhile.
 */
final class BookChecksElsewhere extends TimeZone {
    private static final long serialVersionUID = 1L;

    private final TimeZone everybody;
    private final TimeZone elsewhere;
    /** Taken before anybody is moved: a zone that has the default's name asks the default for this. */
    private final ZoneId everybodysId;

    private final ZoneId elsewheresId;
    private final transient Thread who;

    private BookChecksElsewhere(TimeZone everybody, TimeZone elsewhere, Thread who) {
        this.everybody = everybody;
        this.elsewhere = elsewhere;
        this.everybodysId = everybody.toZoneId();
        this.elsewheresId = elsewhere.toZoneId();
        this.who = who;
    }

    static synchronized <T> T in(TimeZone zone, Supplier<T> work) {
        var everybody = TimeZone.getDefault();
        TimeZone.setDefault(new BookChecksElsewhere(everybody, zone, Thread.currentThread()));
        try {
            return work.get();
        } finally {
            TimeZone.setDefault(everybody);
        }
    }

    private boolean isMoved() {
        return Thread.currentThread() == who;
    }

    private TimeZone mine() {
        return isMoved() ? elsewhere : everybody;
    }

    @Override
    public String getID() {
        return mine().getID();
    }

    @Override
    public ZoneId toZoneId() {
        return isMoved() ? elsewheresId : everybodysId;
    }

    @Override
    public int getOffset(int era, int year, int month, int day, int dayOfWeek, int milliseconds) {
        return mine().getOffset(era, year, month, day, dayOfWeek, milliseconds);
    }

    @Override
    public int getOffset(long date) {
        return mine().getOffset(date);
    }

    @Override
    public int getRawOffset() {
        return mine().getRawOffset();
    }

    @Override
    public boolean useDaylightTime() {
        return mine().useDaylightTime();
    }

    @Override
    public boolean inDaylightTime(Date date) {
        return mine().inDaylightTime(date);
    }

    @Override
    public boolean hasSameRules(TimeZone other) {
        return mine().hasSameRules(other);
    }

    /** Nobody may change a zone that others share. */
    @Override
    public void setRawOffset(int offset) {
        throw new UnsupportedOperationException("this zone is not to be changed");
    }
}
