package stiffsweep.jobs;

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
    private static final double START = 20;

    /** What it takes to hand a stack out and to publish its rows [s]. */
    private static final double STACK = 0.1;

    /** The time of some stacks, those with the longest training first, at the pace that each has. */
    static RunTime of(List<Stack> stacks, Function<Stack, ShapePace> paces, int cores) {
        if (stacks.isEmpty()) {
            return new RunTime(0, 0, 0, 0, cores, Set.of());
        }
        // Each stack goes to the core that is free first.
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int core = 0; core < cores; core++) {
            free.add(0.0);
        }
        Set<ShapePace> begun = new HashSet<>();
        Set<ShapePace.Source> sources = EnumSet.noneOf(ShapePace.Source.class);
        double end = 0;
        double all = 0;
        double least = 0;
        double most = 0;
        double training = 0;
        for (Stack stack : stacks) {
            ShapePace pace = paces.apply(stack);
            double trained = pace.training(stack);
            double seconds = trained + STACK + stack.size() * pace.aside() + (begun.add(pace) ? pace.first() : 0);
            double done = free.remove() + seconds;
            free.add(done);
            end = Math.max(end, done);
            all += seconds;
            least += seconds / pace.source().doubt();
            most += seconds * pace.source().doubt();
            training += trained;
            sources.add(pace.source());
        }
        double start = START;
        return new RunTime(
                start + end,
                start / 2 + end * least / all,
                2 * start + end * most / all,
                end * training / all,
                cores,
                sources);
    }

    /** How the paces are known, in words. */
    String basis() {
        return sources.stream().map(ShapePace.Source::words).collect(Collectors.joining(" and "));
    }
}
