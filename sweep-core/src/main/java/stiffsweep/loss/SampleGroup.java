package stiffsweep.loss;

import java.util.List;
import java.util.random.RandomGenerator;
import stiffsweep.jet.Directions;

/**
 * Sample sets on which fields carry the same derivatives: their points go through a network in one pass.
 *
 * @param tables the sets
 * @param directions the inputs along which fields carry derivatives there
 */
record SampleGroup(List<SampleTable> tables, Directions directions) {

    SampleGroup {
        tables = List.copyOf(tables);
    }

    /** The same with at most so many points of each set, drawn anew for each trial. */
    SampleGroup drawn(int most, List<? extends RandomGenerator> randoms) {
        return new SampleGroup(
                tables.stream().map(table -> table.drawn(most, randoms)).toList(), directions);
    }
}
