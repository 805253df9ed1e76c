package stiffsweep.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.space.ParzenSearch;
import stiffsweep.sweep.ReportPolicy;
import stiffsweep.sweep.Spread;
import stiffsweep.sweep.Sweep;

/**
 * Reads sweep files: HOCON in, a checked sweep out.
 *
 * <p>Defaults lie under the file, the file under the overrides, and the values that a point sweeps on top; only then are
 * substitutions looked up, so that {@code ${problem.stiffness}} is the stiffness of the trial at hand.
 */
public final class SweepReader {

    private final KnownProblems problems;

    /** A reader of sweeps over the given problems. */
    public SweepReader(Collection<ProblemDeclaration> problems) {
        this.problems = new KnownProblems(problems);
    }

    /**
     * Reads a sweep file.
     *
     * @param file a HOCON file; what it includes is looked for beside it
     * @param overrides values to lay over the file, each {@code path=value} in HOCON syntax, the last on top
     * @throws InvalidSweepException with every fault of the file and the overrides
     */
    public SweepFile read(Path file, List<String> overrides) {
        Faults faults = new Faults();
        Config layers = SweepLayers.read(file, overrides, faults);
        faults.throwIfAny();

        SweepBlocks heading = SweepBlocks.read(file, layers.withFallback(CommonDefaults.configuration()), faults);
        SweptDesign design = DesignReader.read(heading, faults);
        SizeLaw.check(heading, design, faults);
        WrittenSettings written = WrittenSettings.of(file, layers);
        SweepPoints points = SweepPoints.read(written, design, problems, faults);
        faults.throwIfAny();
        if (heading.stop().isOn()) {
            new StopLaws(heading, points, faults).check();
            faults.throwIfAny();
        }
        Sweep sweep = sweep(heading, design, points);
        MetricLaws.check(sweep, heading, faults);
        faults.throwIfAny();
        List<Settings> all = Stream.concat(points.settings().stream(), points.checked().stream())
                .toList();
        String frozen = FrozenSweep.text(sweep, all, written, heading);
        return new SweepFile(sweep, heading.failure(), heading.store(), heading.stop(), frozen);
    }

    /**
     * What a sweep file says of its report, with whatever else is in it. A file that does not exist says nothing.
     *
     * @throws InvalidSweepException with every fault of its block {@code report}
     */
    public static ReportPolicy report(Path file) {
        if (!Files.exists(file)) {
            return ReportPolicy.DEFAULT;
        }
        Faults faults = new Faults();
        Config layers = SweepLayers.read(file, List.of(), faults).withFallback(CommonDefaults.configuration());
        faults.throwIfAny();
        Config resolved = Substitution.resolve(layers, faults);
        faults.throwIfAny();
        ConfigObject block = SweepBlocks.block(ReportReader.BLOCK, resolved, faults);
        ReportPolicy policy = ReportReader.read(block, faults);
        faults.throwIfAny();
        return policy;
    }

    private static Sweep sweep(SweepBlocks heading, SweptDesign design, SweepPoints points) {
        SortedMap<String, ProblemDeclaration> declarations = new TreeMap<>();
        SortedMap<String, SettingsSchema> schemas = new TreeMap<>();
        points.bases().forEach((name, base) -> {
            declarations.put(name, base.declaration());
            schemas.put(name, base.schema());
        });
        return new Sweep(
                heading.name(),
                heading.seed(),
                heading.firstReplicate(),
                heading.replicates(),
                points.settings(),
                design.paths(),
                spread(heading, design, points.reader()),
                declarations,
                schemas);
    }

    private static Spread spread(SweepBlocks heading, SweptDesign design, PointReader reader) {
        SortedMap<String, String> laws = design.drawn();
        ParzenSearch search = design.search();
        if (search == null) {
            return new Spread.Listed(design.word(), laws);
        }
        String metric = MetricLaws.ofSearch(heading.sweep());
        laws.put("sweep.metric", metric);
        laws.put("sweep." + SearchReader.KEY, search.tuning().text());
        return new Spread.Search(search, metric, reader::made, laws);
    }
}
