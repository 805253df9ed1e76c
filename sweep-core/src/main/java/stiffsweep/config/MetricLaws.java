package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.store.Column;
import stiffsweep.store.ColumnType;
import stiffsweep.store.MeasuredColumns;
import stiffsweep.store.TrialColumns;
import stiffsweep.sweep.Sweep;

/** What must hold for the columns that a sweep's trials depend on. */
final class MetricLaws {

    /** The column where none is named. */
    static final String DEFAULT = MeasuredColumns.ERROR_MSE.name();

    private MetricLaws() {}

    /** The column that a search goes by. */
    static String ofSearch(ConfigObject sweep) {
        ConfigValue written = sweep.get("metric");
        return written == null ? DEFAULT : String.valueOf(written.unwrapped());
    }

    /** Refuses a column that holds no numbers that are measured on the sweep's trials. */
    static void check(Sweep sweep, SweepBlocks heading, Faults faults) {
        if (sweep.metrics().isEmpty()) {
            return;
        }
        List<String> columns = TrialColumns.results(sweep).stream()
                .filter(column -> column.type() == ColumnType.NUMBER)
                .map(Column::name)
                .toList();
        ConfigObject block = heading.sweep();
        Stream.Builder<WrittenValue> written = Stream.builder();
        if (sweep.spread().metric().isPresent()) {
            add("sweep.metric", block.get("metric"), written);
        }
        if (block.get("replicates") instanceof ConfigObject replicates) {
            add("sweep.replicates.metric", replicates.get("metric"), written);
        }
        written.build()
                .filter(metric -> !columns.contains(String.valueOf(metric.raw())))
                .forEach(metric -> faults.add(
                        metric.place(),
                        metric.key(),
                        "must be a column of numbers that are measured",
                        metric.text() + NearestName.suggestion(String.valueOf(metric.raw()), columns)));
    }

    private static void add(String key, @Nullable ConfigValue value, Stream.Builder<WrittenValue> written) {
        if (value != null) {
            written.add(WrittenValue.of(key, value));
        }
    }
}
