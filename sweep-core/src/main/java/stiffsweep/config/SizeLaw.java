package stiffsweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import stiffsweep.space.Design;
import stiffsweep.space.ListedAxis;

/** How many trials a sweep may have. They are counted before any is made: a slip of the pen must not fill the memory. */
final class SizeLaw {

    /** The most trials of a sweep. */
    static final int MOST_TRIALS = 100_000;

    private SizeLaw() {}

    /** A number that multiplies others. */
    private record Factor(String place, String key, int amount) {}

    /**
     * Refuses a design with too many points times replicates, at the largest factor of all.
     *
     * @throws InvalidSweepException where it is too large: then no point may be made to look for further faults
     */
    static void check(SweepBlocks heading, SweptDesign design, Faults faults) {
        int replicates = heading.replicates().most();
        double points = design.search() == null
                ? design.design().size()
                : design.search().count();
        if (points * replicates > MOST_TRIALS) {
            Factor largest = Stream.concat(factors(heading.sweep(), design), Stream.of(replicates(heading, replicates)))
                    .max(Comparator.comparingInt(Factor::amount))
                    .orElseThrow();
            faults.add(
                    largest.place,
                    largest.key,
                    "a sweep must have at most " + MOST_TRIALS + " trials, but got " + text(points * replicates) + " ("
                            + text(points) + " points x " + replicates
                            + " replicates), of which this is the largest factor,"
                            + " " + largest.amount + ": make it smaller, or split the sweep into several files");
            faults.throwIfAny();
        }
        checkLastReplicate(heading, replicates, faults);
    }

    private static Factor replicates(SweepBlocks heading, int replicates) {
        ConfigValue written = heading.sweep().get("replicates");
        return new Factor(written == null ? "" : Origin.of(written.origin()), "sweep.replicates", replicates);
    }

    private static Stream<Factor> factors(ConfigObject sweep, SweptDesign design) {
        Stream<Factor> listed = design.axes().stream()
                .filter(swept -> swept.axis() instanceof ListedAxis)
                .map(swept -> new Factor(
                        swept.place(),
                        swept.key(),
                        ((ListedAxis) swept.axis()).values().size()));
        ConfigValue count = sweep.get("count");
        return count == null || !(design.spread() instanceof Design.Drawn drawn)
                ? listed
                : Stream.concat(
                        listed.filter(factor -> !factor.key.startsWith("sweep." + DesignReader.SPREAD_AXES + ".")),
                        Stream.of(new Factor(Origin.of(count.origin()), "sweep.count", drawn.count())));
    }

    private static void checkLastReplicate(SweepBlocks heading, int replicates, Faults faults) {
        int most = Integer.MAX_VALUE - replicates;
        ConfigValue first = heading.sweep().get(SweepBlocks.FIRST_REPLICATE);
        if (first != null && heading.firstReplicate() > most) {
            faults.add(
                    WrittenValue.of("sweep." + SweepBlocks.FIRST_REPLICATE, first),
                    "must be at most " + most + " where there are " + replicates + " replicates");
        }
    }

    /** A count that may be larger than any that can be written out. */
    private static String text(double count) {
        return String.format(Locale.ROOT, count < 1e15 ? "%.0f" : "%.1e", count);
    }
}
