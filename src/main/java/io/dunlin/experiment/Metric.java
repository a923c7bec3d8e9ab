package io.dunlin.experiment;

/** What the arms are compared by. */
public enum Metric {
    COLLECTED(
            Measure.SHARE,
            true,
            "Share of the amount that was overdue on the first day and was paid since",
            "the challenger collected",
            "of what was overdue"),
    /** For books in which a few big debtors make up most of the sum. */
    COLLECTED_PER_GROUP(
            Measure.SHARE,
            true,
            "Share of what a group had overdue on the first day and paid since, on average: each group counts alike",
            "the challenger collected",
            "of what was overdue, on average over groups"),
    PAID_WITHIN_30(
            Measure.SHARE,
            true,
            "Share of invoices, of those due at least 30 days ago, that were paid within 30 days after the due day",
            "the challenger had",
            "of its invoices paid within 30 days"),
    PAID_WITHIN_60(
            Measure.SHARE,
            true,
            "Share of invoices, of those due at least 60 days ago, that were paid within 60 days after the due day",
            "the challenger had",
            "of its invoices paid within 60 days"),
    DAYS_TO_PAY(
            Measure.DAYS,
            false,
            "Mean days from due to paid; open invoices count for as long as they were seen, and none longer than the horizon",
            "the challenger's customers took",
            "to pay"),
    CONTACTS(
            Measure.COUNT,
            false,
            "Contacts that reached for the customers of a group",
            "the challenger made",
            "contacts per group"),
    COST(Measure.MONEY, false, "Cost of all steps per group, by the cost table", "the challenger cost", "per group"),
    PROMISES_KEPT(
            Measure.SHARE,
            true,
            "Share of the promises made since the first day and due by now that were kept to the day",
            "the challenger had",
            "of its promises kept"),
    DISPUTES_AFTER_CONTACT(
            Measure.COUNT,
            false,
            "Disputes per group, raised within the days of attribution after a contact",
            "the challenger raised",
            "disputes per group"),
    /** What must not differ: nobody was treated differently yet. */
    COLLECTED_BEFORE(
            Measure.SHARE,
            true,
            "COLLECTED over as many days before the experiment, when there was no difference in treatment",
            "the challenger's groups had paid",
            "of what was overdue, before it began");

    /** In what a metric is told. */
    public enum Measure {
        SHARE,
        DAYS,
        COUNT,
        MONEY
    }

    private final Measure measure;
    private final boolean moreIsBetter;
    private final String meaning;
    private final String subject;
    private final String object;

    Metric(Measure measure, boolean moreIsBetter, String meaning, String subject, String object) {
        this.measure = measure;
        this.moreIsBetter = moreIsBetter;
        this.meaning = meaning;
        this.subject = subject;
        this.object = object;
    }

    public Measure measure() {
        return measure;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    public String meaning() {
        return meaning;
    }

    String subject() {
        return subject;
    }

    String object() {
        return object;
    }
}
