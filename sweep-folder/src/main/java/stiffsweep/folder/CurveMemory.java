package stiffsweep.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import stiffsweep.stop.Judge;
import stiffsweep.store.CurveColumns;
import stiffsweep.store.ResultFolder;
import stiffsweep.store.TrialColumns;

/** Reminds the judge of a sweep that is continued of the curves that its folder holds. Needs the folder's lock. */
public final class CurveMemory {

    private static final String EPOCH = CurveColumns.EPOCH.name();

    private CurveMemory() {}

    /**
     * Lets a judge take note of every curve.
     *
     * @param metric the column that trials are compared by
     * @param warnings hears of files without that column
     * @throws IOException if the folder cannot be read
     */
    public static void recall(ResultFolder folder, String metric, Judge judge, Consumer<String> warnings)
            throws IOException {
        for (Path file : ResultFolder.files(folder.curves(), "*.parquet")) {
            try {
                ParquetTable.read(file, List.of(TrialColumns.TRIAL_ID.name(), EPOCH, metric), Set.of())
                        .rows()
                        .forEach(point -> note(point, metric, judge));
            } catch (DamagedFileException e) {
                warnings.accept(e.getMessage() + ": no other trial is compared with those in it");
            }
        }
    }

    private static void note(Group point, String metric, Judge judge) {
        if (point.getFieldRepetitionCount(metric) > 0) {
            judge.note(ParquetCodec.trial(point), point.getLong(EPOCH, 0), point.getDouble(metric, 0));
        }
    }
}
