package io.dunlin.assumption;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** How long an invoice is overdue, in the steps of the comparison. */
public enum Age {
    @JsonProperty("not due")
    NOT_DUE("not due", 0),
    @JsonProperty("1-30")
    TO_30("1-30", 30),
    @JsonProperty("31-60")
    TO_60("31-60", 60),
    @JsonProperty("61-90")
    TO_90("61-90", 90),
    @JsonProperty("over 90")
    OLDER("over 90", Integer.MAX_VALUE);

    static final List<String> WORDS = Arrays.stream(values()).map(Age::word).toList();

    private final String word;
    private final int most;

    Age(String word, int most) {
        this.word = word;
        this.most = most;
    }

    public String word() {
        return word;
    }

    /** Null where it stays of this age for ever. */
    public LocalDate lastDay(LocalDate due) {
        return most == Integer.MAX_VALUE ? null : due.plusDays(most);
    }

    /** The last day on which an invoice due on that day is of this age; days are numbers since 1970. */
    int lastDay(int due) {
        return most == Integer.MAX_VALUE ? most : due + most;
    }
}
