package io.dunlin.report;

import io.dunlin.engine.Choice.Arm;
import io.dunlin.experiment.Line;
import io.dunlin.experiment.Ratio;
import io.dunlin.experiment.ReadOut;
import io.dunlin.experiment.SampleRatio;
import io.dunlin.experiment.Warning;
import io.dunlin.vocabulary.Action;
import java.util.Locale;

/** A read-out in the order in which somebody asks: what may be said, whether to believe it, what else was seen. */
final class ExperimentSections {
    private static final int SHORT_HASH = 12;

    private final ReadOut read;

    ExperimentSections(ReadOut readOut) {
        this.read = readOut;
    }

    ExperimentPage page() {
        return new ExperimentPage(
                "Champion and challenger of " + read.strategy(),
                read.verdict().text(),
                lead(),
                read.warnings().stream().map(Warning::text).toList(),
                Forest.of(read.metrics()),
                metrics(),
                before(),
                arms(),
                association(),
                read.notes(),
                course());
    }

    private String lead() {
        var champion = read.groups().get(Arm.CHAMPION);
        var challenger = read.groups().get(Arm.CHALLENGER);
        return String.format(
                Locale.ROOT,
                "From %s to the end of %s, %,d days. %,d groups (%,d customers) drew the challenger, %,d groups (%,d"
                        + " customers) the champion. Intervals at %.1f percent; amounts in %s.",
                read.from(),
                read.asOf(),
                read.days(),
                challenger.groups(),
                challenger.customers(),
                champion.groups(),
                champion.customers(),
                read.confidence() * 100,
                read.currency());
    }

    private static Table.Builder compared(String caption) {
        return new Table.Builder(
                caption, 2, "metric", "", "champion", "challenger", "difference", "from", "to", "groups", "weigh like");
    }

    private Table metrics() {
        var table = compared("");
        read.metrics().forEach(line -> row(table, line, line.metric() == read.primary() ? "changed" : ""));
        return table.build();
    }

    private Table before() {
        var table = compared("");
        row(table, read.before(), "");
        return table.build();
    }

    private static void row(Table.Builder table, Line line, String mark) {
        var horizon = line.horizon() == null ? "" : " Horizon: " + line.horizon() + " days.";
        var why = line.why() == null ? "" : " Not told: " + line.why() + ".";
        table.marked(
                mark,
                Words.name(line.metric()),
                line.meaning() + "." + horizon + why,
                ExperimentWords.value(line.champion().value(), line),
                ExperimentWords.value(line.challenger().value(), line),
                ExperimentWords.signed(line.difference(), line),
                ExperimentWords.signed(line.low(), line),
                ExperimentWords.signed(line.high(), line),
                Words.count(line.champion().groups()) + " / "
                        + Words.count(line.challenger().groups()),
                weight(line.champion()) + " / " + weight(line.challenger()));
    }

    private static String weight(Line.Side side) {
        return String.format(Locale.ROOT, "%,.1f", side.effectiveGroups());
    }

    private Table arms() {
        var table = new Table.Builder(
                "", 1, "groups", "champion", "challenger", "challenger should have", "challenger has", "by chance, p");
        read.sampleRatio().forEach(ratio -> row(table, "in the book, share from " + ratio.from(), ratio));
        row(table, "ever decided about, by the log", read.asked());
        return table.build();
    }

    private static void row(Table.Builder table, String what, SampleRatio ratio) {
        table.row(
                what,
                Words.count(ratio.champion()),
                Words.count(ratio.challenger()),
                String.format(Locale.ROOT, "%.1f %%", ratio.expected() * 100),
                Words.share(ratio.challenger(), (long) ratio.champion() + ratio.challenger()),
                String.format(Locale.ROOT, "%.4f", ratio.p()));
    }

    private Table association() {
        var unit = read.currency();
        var table = new Table.Builder(
                "", 1, "last step before the payment", "champion, payments", unit, "challenger, payments", unit);
        read.association()
                .forEach(one -> table.row(
                        one.action() == Action.NO_ACTION ? "none so lately" : Words.name(one.action()),
                        Words.count(one.champion().part().longValue()),
                        money(one.champion()),
                        Words.count(one.challenger().part().longValue()),
                        money(one.challenger())));
        return table.build();
    }

    private static String money(Ratio received) {
        return Words.money(received.whole());
    }

    private Table course() {
        var course = read.experiment();
        var table = new Table.Builder("", 2, "", "");
        table.row("experiment", course.id());
        table.row("challenger", course.challenger());
        course.champions()
                .forEach(c ->
                        table.row("champion since " + c.since(), c.version().substring(0, SHORT_HASH)));
        table.row("began", course.began() + ", by " + course.by() + ": " + course.why());
        table.row("ended", course.ended() == null ? "goes on" : course.ended().toString());
        course.shares().forEach(share -> table.row("share from " + share.from(), share.percent() + " percent"));
        table.row("groups that changed the arm", Words.count(read.movedGroups()));
        table.row("groups that came later", Words.count(read.laterGroups()));
        table.row(
                "decisions",
                Words.count(read.decisions()) + ", in the other arm " + Words.count(read.decisionsInTheOtherArm()));
        return table.build();
    }
}
