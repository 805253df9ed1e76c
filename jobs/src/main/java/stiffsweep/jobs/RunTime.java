package stiffsweep.jobs;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import stiffsweep.run.Stack;

/**
 * How long a run takes on this machine, all in seconds.
 *
 * @param seconds the whole run, from its start to its report
 * @param least what it may take where all goes fast
 * @param most what it may take where all goes slowly
 * @param training what of it is training, polish included
 * @param cores how many stacks train at a time
 * @param sources how the paces are known that this follows from
 */
record RunTime(double seconds, double least, double most, double training, int cores, Set<ShapePace.Source> sources) {

    /** The start of Spark, the first file of each table, the table of results and the report [s]. */
    private static final double START = 12;

    /** What it takes to hand a stack out and to publish its rows [s]. */
    private static final double STACK = 0.1;

    /** The time of some stacks, those with the longest training first, at the pace that each has. */
    static RunTime of(List<Stack> stacks, Function<Stack, ShapePace> paces, int cores) {
        if (stacks.isEmpty()) {
            return new RunTime(0, 0, 0, 0, cores, Set.of());
        }
        Sum sum = new Sum();
        // Each stack goes to the core that is free first.
        PriorityQueue<Double> free = new PriorityQueue<>(Collections.nCopies(cores, 0.0));
        double end = 0;
        for (Stack stack : stacks) {
            double done = free.remove() + sum.add(stack, paces.apply(stack));
            free.add(done);
            end = Math.max(end, done);
        }
        return sum.runTime(end, cores);
    }

    /** What stacks take one after the other [s]. */
    private static final class Sum {

        private final Set<ShapePace> begun = new HashSet<>();
        private final Set<ShapePace.Source> sources = EnumSet.noneOf(ShapePace.Source.class);
        private double seconds;
        private double least;
        private double most;
        private double training;

        /** Adds a stack; what it takes. */
        private double add(Stack stack, ShapePace pace) {
            double trained = pace.training(stack);
            double first = begun.add(pace) ? pace.first() : 0;
            double all = trained + STACK + stack.size() * pace.aside() + first;
            seconds += all;
            least += all / pace.source().doubt();
            most += all * pace.source().doubt();
            training += trained;
            sources.add(pace.source());
            return all;
        }

        /** The time of a run whose last stack ends after some seconds. */
        private RunTime runTime(double end, int cores) {
            double share = end / seconds;
            return new RunTime(
                    START + end, START / 2 + share * least, 2 * START + share * most, share * training, cores, sources);
        }
    }

    /** How the paces are known, in words. */
    String basis() {
        return sources.stream().map(ShapePace.Source::words).collect(Collectors.joining(" and "));
    }
}
