package io.dunlin.engine;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Working days per country: weekends and nationwide public holidays. A country the calendar does not know has weekends
 * only.
 */
public final class WorkingDays {
    /** Part of every decision's identity: another calendar may decide otherwise. */
    public static final String VERSION = "jollyday-1.4.0";

    private static final Set<String> FRIDAY_SATURDAY =
            Set.of("BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE");
    private static final Map<String, int[]> COUNTS = new ConcurrentHashMap<>();
    private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes();

    private WorkingDays() {}

    public static boolean isWorking(String country, LocalDate day) {
        var counts = counts(country, day.getYear());
        return counts[day.getDayOfYear()] > counts[day.getDayOfYear() - 1];
    }

    /** The day itself if it is one, else the next. */
    public static LocalDate onOrAfter(String country, LocalDate day) {
        var next = day;
        while (!isWorking(country, next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last day before the next working day: the day itself, or the end of the free days that follow it. */
    public static LocalDate lastBeforeNext(String country, LocalDate day) {
        return onOrAfter(country, day.plusDays(1)).minusDays(1);
    }

    /** Working days after {@code from} up to and with {@code to}; 0 where {@code to} is not later. */
    public static int between(String country, LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        int count = upTo(country, to) - upTo(country, from);
        for (int year = from.getYear(); year < to.getYear(); year++) {
            var counts = counts(country, year);
            count += counts[counts.length - 1];
        }
        return count;
    }

    private static int upTo(String country, LocalDate day) {
        return counts(country, day.getYear())[day.getDayOfYear()];
    }

    /** Running count of working days by day of the year; position 0 is before the first of January. */
    private static int[] counts(String country, int year) {
        return COUNTS.computeIfAbsent(country + year, key -> count(country, year));
    }

    private static int[] count(String country, int year) {
        var weekend = FRIDAY_SATURDAY.contains(country)
                ? EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)
                : EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        var holidays = holidays(country, year);
        var counts = new int[Year.of(year).length() + 1];
        for (int day = 1; day < counts.length; day++) {
            var date = LocalDate.ofYearDay(year, day);
            boolean free = weekend.contains(date.getDayOfWeek()) || holidays.contains(date);
            counts[day] = counts[day - 1] + (free ? 0 : 1);
        }
        return counts;
    }

    private static Set<LocalDate> holidays(String country, int year) {
        var code = country.toLowerCase(java.util.Locale.ROOT);
        if (!KNOWN.contains(country.toUpperCase(java.util.Locale.ROOT))) {
            return Set.of();
        }
        // The library finds its calendars through the thread's class loader, which in a server may not see them.
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(HolidayManager.class.getClassLoader());
        try {
            var holidays =
                    HolidayManager.getInstance(ManagerParameters.create(code)).getHolidays(Year.of(year)).stream()
                            .map(Holiday::getDate)
                            .collect(Collectors.toUnmodifiableSet());
            if (holidays.isEmpty()) {
                // Silence here would mean calls on Good Friday.
                throw new IllegalStateException("the calendar of " + country + " has no holiday in " + year);
            }
            return holidays;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
