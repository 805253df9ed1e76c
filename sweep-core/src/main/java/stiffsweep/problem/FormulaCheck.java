package stiffsweep.problem;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stiffsweep.choice.Precision;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Word;
import stiffsweep.formula.Functions;
import stiffsweep.formula.Residual;
import stiffsweep.jet.Dual;
import stiffsweep.jet.Jet;
import stiffsweep.sampling.Points;
import stiffsweep.tensor.ComputeDevice;
import stiffsweep.tensor.EngineFacts;
import stiffsweep.tensor.Tensors;

/**
 * Works out every formula of a problem once, on a few points and with made-up functions, so that a formula that asks for what
 * is not declared, and shapes that do not fit, are found before any trial. It is a check of names and shapes: the numbers are
 * those of no trial.
 */
public final class FormulaCheck {

    /** Those that only carry out what a formula asks for. */
    private static final List<String> CARRIERS = List.of(
            "java.",
            "jdk.",
            "ai.djl.",
            "stiffsweep.declare.",
            "stiffsweep.formula.",
            "stiffsweep.jet.",
            "stiffsweep.tensor.");

    private final Problem problem;
    private final Tensors tensors;
    private MadeUpSamples samples;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private boolean hasTruth;

    private FormulaCheck(Problem problem, Tensors tensors) {
        this.problem = problem;
        this.tensors = tensors;
        samples = new MadeUpSamples(problem, Map.of(), tensors);
    }

    /**
     * What is found, in sentences.
     *
     * @param faults with which no trial can be trained
     * @param warnings what is hardly meant, and what may be otherwise with other settings
     */
    public record Findings(List<String> faults, List<String> warnings) {
        public Findings {
            faults = List.copyOf(faults);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Checks the formulas of every formulation, at the problem's default settings.
     *
     * @throws stiffsweep.tensor.UnusableEngineException if the engine does not start
     */
    public static Findings of(Problem problem) {
        EngineFacts.here();
        try (Tensors tensors = Tensors.on(ComputeDevice.cpu(), Precision.FLOAT64)) {
            FormulaCheck check = new FormulaCheck(problem, tensors);
            String name = problem.getClass().getName();
            UnrelatedLines.of(problem.declaration()).ifPresent(sentence -> check.warnings.add(name + ": " + sentence));
            check.checkTruth();
            check.checkFormulations("");
            check.checkOtherWords();
            return new Findings(List.copyOf(check.faults), List.copyOf(check.warnings));
        }
    }

    private void checkFormulations(String words) {
        for (Formulation formulation : problem.declaration().formulations()) {
            check(formulation, words);
            if (formulation.hasHardConditions()) {
                check(formulation.withHardConditions(), words + " with loss.conditions = hard");
            }
        }
    }

    /** A word may choose formulas: each that is not the default is tried, one at a time. */
    private void checkOtherWords() {
        for (Word word : problem.declaration().words()) {
            for (String choice : word.choices().subList(1, word.choices().size())) {
                String key = "problem." + word.name();
                samples = new MadeUpSamples(problem, Map.of(key, choice), tensors);
                checkTruth();
                checkFormulations(" with " + key + " = " + choice);
            }
        }
    }

    private void checkTruth() {
        Points points = samples.points(problem.declaration().measured());
        attempt("the truth", () -> {
            Truth truth = problem.truth(samples.parameters());
            hasTruth = truth != null;
            if (truth != null) {
                KnownTruths.misfit(problem, points, truth.at(points))
                        .ifPresent(sentence -> faults.add(problem.getClass().getName() + ": " + sentence));
            }
            return points;
        });
    }

    private void check(Formulation formulation, String conditions) {
        String where = (formulation.name().isEmpty() ? "" : " of the formulation " + formulation.name()) + conditions;
        Map<String, Map<String, Jet>> known = new LinkedHashMap<>();
        for (LossTerm term : formulation.lossTerms()) {
            Map<String, Jet> fields = known.computeIfAbsent(term.sampleSet(), set -> fields(formulation, set, where));
            // What a faulty field would make of a term is no fault of the term.
            if (fields.size() == formulation.fields().size()) {
                attempt("the term " + term.name() + where, () -> residual(term, fields, where));
            }
        }
        checkNodes(fields(formulation, problem.declaration().measured(), where), where);
    }

    /** A truth has one value at a point: there is no error of a field that has one at each node there. */
    private void checkNodes(Map<String, Jet> fields, String where) {
        for (String name : problem.declaration().solutionFields()) {
            Jet field = fields.get(name);
            if (hasTruth && field != null && shape(field.value()).get(2) > 1) {
                faults.add(prefix("the field " + name + where)
                        + "a field of a solution with a truth must not depend on an input that is integrated over, but got "
                        + String.join(", ", problem.declaration().integratedInputs())
                        + ": declare it by coefficients(..)");
            }
        }
    }

    /** The fields on a set by name, up to the first with a fault. */
    private Map<String, Jet> fields(Formulation formulation, String set, String where) {
        Functions functions = samples.functions(formulation, set);
        Map<String, Jet> fields = new LinkedHashMap<>();
        for (String name : formulation.formulas().keySet()) {
            String part = "the field " + name + where;
            Jet field = attempt(part, () -> functions.field(name));
            if (field == null || !fits(part, "a field", field.value(), set)) {
                break;
            }
            fields.put(name, field);
        }
        return fields;
    }

    private Residual residual(LossTerm term, Map<String, Jet> fields, String where) {
        Residual residual = term.residual(samples.samples(term.sampleSet(), fields));
        String part = "the term " + term.name() + where;
        Dual jacobian = residual.jacobian();
        if (fits(part, "a residual", residual.value(), term.sampleSet()) && jacobian != null) {
            requireBroadcast(part, jacobian, term.sampleSet());
        }
        return residual;
    }

    /** Whether a tensor has a number for each point of each trial. */
    private boolean fits(String part, String what, Dual tensor, String set) {
        int points = samples.points(set).count();
        List<Long> shape = shape(tensor);
        boolean fits = shape.equals(shape(points, 1)) || shape.equals(shape(points, samples.nodes()));
        if (!fits) {
            faults.add(prefix(part) + what + " must be [trials, points, nodes], here " + shape(points, samples.nodes())
                    + ", but got " + shape
                    + ": make it of fields, inputs and parameters point by point, without sums over points or trials");
        }
        return fits;
    }

    private void requireBroadcast(String part, Dual jacobian, String set) {
        List<Long> most = shape(samples.points(set).count(), samples.nodes());
        List<Long> shape = shape(jacobian);
        boolean fits = shape.size() == most.size();
        for (int axis = 0; fits && axis < most.size(); axis++) {
            fits = shape.get(axis) == 1 || shape.get(axis).equals(most.get(axis));
        }
        if (!fits) {
            faults.add(prefix(part) + "a Jacobian must be [trials, points, 1] or [trials, 1, 1], here of " + most
                    + ", but got " + shape + ": make it point by point, as the residual");
        }
    }

    private static List<Long> shape(int points, int nodes) {
        return List.of((long) MadeUpSamples.TRIALS, (long) points, (long) nodes);
    }

    private static List<Long> shape(Dual tensor) {
        Shape shape = tensor.value().getShape();
        return Arrays.stream(shape.getShape()).boxed().toList();
    }

    /** What a formula gives; null where it throws, which is noted. */
    private <T> @Nullable T attempt(String part, Supplier<T> formula) {
        try {
            return formula.get();
        } catch (RuntimeException | Error e) {
            note(part + place(e), e);
            return null;
        }
    }

    private void note(String part, Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (isOfTheHouse(thrown)) {
            faults.add(prefix(part) + message);
        } else if (EngineFacts.isRefusal(thrown)) {
            faults.add(prefix(part)
                    + "what meets in an operation must be [trials, points, nodes] with as many of each, or 1,"
                    + " but got \"" + message.lines().findFirst().orElse("")
                    + "\": stay with the operations of Dual and Jet, point by point");
        } else {
            warnings.add(prefix(part) + "nothing must be thrown, but with the default settings got " + thrown);
        }
    }

    private String prefix(String part) {
        return problem.getClass().getName() + ", " + part + ": ";
    }

    /** Whether what a formula may ask for is what it was refused. */
    private static boolean isOfTheHouse(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0
                && (trace[0].getClassName().startsWith("stiffsweep.formula.")
                        || trace[0].getClassName().startsWith("stiffsweep.jet."));
    }

    /** The line of the problem's own code that has thrown, or has asked for what threw. */
    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> CARRIERS.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .filter(frame -> !frame.getClassName().equals(FormulaCheck.class.getName()))
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }
}
