package io.dunlin.spark;

import io.dunlin.simulation.Change;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Changed invoices as Parquet, in the columns of the file that {@code dunlin simulate --changes} writes. */
final class Changes {
    private static final StructType COLUMNS = columns();

    private Changes() {}

    private static StructType columns() {
        var money = DataTypes.createDecimalType(20, 4);
        var columns = new StructType()
                .add("customer", DataTypes.StringType)
                .add("name", DataTypes.StringType)
                .add("invoice", DataTypes.StringType)
                .add("currency", DataTypes.StringType)
                .add("amount", money)
                .add("open", money)
                .add("due", DataTypes.DateType)
                .add("firstDifference", DataTypes.DateType)
                .add("daysOverdue", DataTypes.IntegerType);
        for (var arm : List.of("baseline", "candidate")) {
            columns = columns.add(arm + "Action", DataTypes.StringType)
                    .add(arm + "Level", DataTypes.IntegerType)
                    .add(arm + "Rules", DataTypes.StringType)
                    .add(arm + "Blockers", DataTypes.StringType)
                    .add(arm + "Why", DataTypes.StringType);
        }
        return columns.add("divergence", DataTypes.DateType);
    }

    static Row row(Change c) {
        var baseline = c.baseline();
        var candidate = c.candidate();
        return RowFactory.create(
                c.customer(),
                text(c.name()),
                c.invoice(),
                c.currency(),
                c.amount(),
                c.open(),
                c.due(),
                c.on(),
                c.daysOverdue(),
                baseline.action().name(),
                baseline.level(),
                joined(baseline.rules()),
                joined(baseline.blockers()),
                text(baseline.why()),
                candidate.action().name(),
                candidate.level(),
                joined(candidate.rules()),
                joined(candidate.blockers()),
                text(candidate.why()),
                c.divergence());
    }

    private static String joined(List<String> texts) {
        return text(String.join("|", texts));
    }

    /** What is empty is missing, as in the file of the command line. */
    private static String text(String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    static void write(JavaRDD<Outcome> changes, SparkSession spark, String directory) {
        spark.createDataFrame(changes.map(Outcome::change), COLUMNS).write().parquet(directory);
    }
}
