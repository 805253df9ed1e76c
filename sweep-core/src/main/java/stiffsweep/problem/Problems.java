package stiffsweep.problem;

import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import stiffsweep.sweep.ProblemDeclaration;

/** The known problems: the built-in ones, and those that {@link ServiceLoader} finds on the class path. */
public final class Problems {

    private static final List<Problem> BUILT_IN = List.of(
            new LinearDecay(),
            new QuadraticDecay(),
            new ForcedRelaxation(),
            new WimpFreezeOut(),
            new WimpInverse(),
            new ChemicalFreezeOut(),
            new VectorProduction());

    private Problems() {}

    /** Every known problem by its name, sorted. */
    public static SortedMap<String, Problem> all() {
        SortedMap<String, Problem> problems = new TreeMap<>();
        BUILT_IN.forEach(problem -> add(problem, problems));
        ServiceLoader.load(Problem.class).forEach(problem -> add(problem, problems));
        return Collections.unmodifiableSortedMap(problems);
    }

    /** The problem with a name. */
    public static Problem named(String name) {
        SortedMap<String, Problem> problems = all();
        Problem problem = problems.get(name);
        if (problem == null) {
            throw new IllegalArgumentException("a problem must be one of " + problems.keySet() + ", but got " + name);
        }
        return problem;
    }

    /** The declarations of every known problem, sorted by name. */
    public static List<ProblemDeclaration> declarations() {
        return all().values().stream().map(Problem::declaration).toList();
    }

    private static void add(Problem problem, SortedMap<String, Problem> problems) {
        String name = problem.declaration().name();
        Problem other = problems.putIfAbsent(name, problem);
        if (other != null) {
            throw new IllegalStateException("every problem must have a name of its own, but " + name + " is that of "
                    + other.getClass().getName() + " and of "
                    + problem.getClass().getName());
        }
    }
}
