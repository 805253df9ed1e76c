package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import java.util.List;
import stiffsweep.space.ParzenSearch;

/** Reads how a search goes about it: {@code sweep.tpe}. */
final class SearchReader {

    /** The key of the block. */
    static final String KEY = "tpe";

    private static final String START = "start";
    private static final String BATCH = "batch";
    private static final String CANDIDATES = "candidates";
    private static final String QUANTILE = "quantile";
    private static final ParzenSearch.Tuning STAND_IN = new ParzenSearch.Tuning(1, 1, 1, 0.5);

    private SearchReader() {}

    /** The tuning of a block that has every key, resolved; what breaks a law is a fault, and a stand-in takes its place. */
    static ParzenSearch.Tuning read(ConfigObject block, Faults faults) {
        BlockReader reader =
                new BlockReader("sweep." + KEY, block, List.of(START, BATCH, CANDIDATES, QUANTILE), faults);
        return new ParzenSearch.Tuning(
                count(reader, START, STAND_IN.start()),
                count(reader, BATCH, STAND_IN.batch()),
                count(reader, CANDIDATES, STAND_IN.candidates()),
                reader.share(
                        QUANTILE,
                        share -> share > 0 && share < 1,
                        STAND_IN.quantile(),
                        "a share of the points, above 0% and below 100%"));
    }

    private static int count(BlockReader reader, String key, int standIn) {
        return reader.count(key, 1, standIn, "a whole number, 1 or more");
    }
}
