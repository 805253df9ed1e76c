package stiffsweep.problem;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.problem.kinetic.BoltzmannBgk;
import stiffsweep.problem.kinetic.LinearTransport;
import stiffsweep.problem.kinetic.UncertainTransport;

/**
 * The known problems: the built-in ones, and those that {@link ServiceLoader} finds through the context class loader of the
 * thread, which on an executor knows the jars of the run.
 */
public final class Problems {

    private static final List<Problem> BUILT_IN = List.of(
            new LinearDecay(),
            new QuadraticDecay(),
            new ForcedRelaxation(),
            new WimpFreezeOut(),
            new WimpInverse(),
            new ChemicalFreezeOut(),
            new VectorProduction(),
            new Robertson(),
            new VanDerPol(),
            new Troesch(),
            new ViscousBurgers(),
            new Convection(),
            new Reaction(),
            new Wave(),
            new AllenCahn(),
            new Helmholtz(),
            LinearTransport.betweenWalls(),
            LinearTransport.onCircle(),
            UncertainTransport.ofTwo(),
            UncertainTransport.ofTwenty(),
            new BoltzmannBgk());

    /**
     * By class loader, so that a jar's problems are made once. A loader that has problems of its own is never freed, for they
     * hold it.
     */
    private static final Map<ClassLoader, SortedMap<String, Problem>> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Problems() {}

    /**
     * Every known problem by its name, sorted; each is one object for all that ask through the same class loader.
     *
     * @throws UnusableProblemException if a problem that is found cannot be made, or has the name of another
     */
    public static SortedMap<String, Problem> all() {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        return KNOWN.computeIfAbsent(loader, Problems::knownTo);
    }

    private static SortedMap<String, Problem> knownTo(ClassLoader loader) {
        SortedMap<String, Problem> problems = new TreeMap<>();
        BUILT_IN.forEach(problem -> add(problem, problems));
        found(loader).forEach(problem -> add(problem, problems));
        return Collections.unmodifiableSortedMap(problems);
    }

    private static List<Problem> found(ClassLoader loader) {
        try {
            return ServiceLoader.load(Problem.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new UnusableProblemException(
                    "a problem must be a public class with a constructor without parameters, and stand with all it needs"
                            + " in the jars, but got " + e,
                    e);
        }
    }

    /** The problems that are not built in, sorted by name. */
    public static List<Problem> own() {
        return all().values().stream()
                .filter(problem -> !BUILT_IN.contains(problem))
                .toList();
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
        String name = declaration(problem).name();
        Problem other = problems.putIfAbsent(name, problem);
        if (other != null) {
            throw new UnusableProblemException("every problem must have a name of its own, but " + name + " is that of "
                    + other.getClass().getName() + " and of "
                    + problem.getClass().getName() + ": rename yours, or leave the jar of the other away");
        }
    }

    private static ProblemDeclaration declaration(Problem problem) {
        try {
            return problem.declaration();
        } catch (RuntimeException e) {
            throw new UnusableProblemException(problem.getClass().getName() + ": " + e.getMessage(), e);
        }
    }
}
