package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stiffsweep.choice.Choice;
import stiffsweep.sweep.ReportPolicy;

/** Reads the block {@code report}: what a report shows. */
final class ReportReader {

    static final String BLOCK = "report";

    private static final String FIGURES = "figures";

    private static final String X = "x";

    private static final String FACET = "facet";

    private static final String SUCCESS = "success";

    private ReportReader() {}

    /** The policy of a block that has every key, resolved; what breaks a law is a fault, and the default takes its place. */
    static ReportPolicy read(ConfigObject block, Faults faults) {
        ReportPolicy other = ReportPolicy.DEFAULT;
        BlockReader reader = new BlockReader(BLOCK, block, List.of(FIGURES, X, FACET, SUCCESS), faults);
        String kinds = String.join(", ", Choice.words(Arrays.asList(ReportPolicy.FigureKind.values())));
        return new ReportPolicy(
                reader.value(FIGURES, ReportReader::figures, other.figures(), "a list of some of " + kinds),
                reader.word(X, other.x(), "the column of a setting"),
                reader.value(
                        FACET,
                        (read, key) -> Optional.of(read.getStringList(key))
                                .filter(settings -> settings.size() <= ReportPolicy.MOST_FACETS),
                        other.facet(),
                        "a list of the columns of two settings at most"),
                reader.value(
                        SUCCESS,
                        (read, key) -> Optional.of(read.getString(key)).filter(condition -> !condition.isBlank()),
                        other.success(),
                        "a condition in SQL"));
    }

    private static Optional<List<ReportPolicy.FigureKind>> figures(Config block, String key) {
        List<String> words = block.getStringList(key);
        List<ReportPolicy.FigureKind> known = words.stream()
                .flatMap(word -> Choice.find(ReportPolicy.FigureKind.class, word).stream())
                .toList();
        return Optional.of(known).filter(all -> all.size() == words.size());
    }
}
