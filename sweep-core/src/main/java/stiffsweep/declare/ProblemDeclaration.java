package stiffsweep.declare;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a problem offers to a sweep, as plain data; made by a {@link DeclarationBuilder}.
 *
 * @param name the value of {@code problem.kind}
 * @param equation the equation in plain text, with its conditions
 * @param source where the problem is from
 * @param input what the solution depends on
 * @param parameters the keys under {@code problem}
 * @param learned the numbers that are trained together with the network, the keys under {@code learned}
 * @param sampleSets the point sets under {@code points}, and those that follow from them
 * @param measured the sample set on which errors, curves and solutions are taken
 * @param lossTerms the terms of the loss; each has a key under {@code loss.weights}
 * @param fields what the network's functions make, the fields of the solution first
 * @param matching the conventional baseline's matching point; null where the problem has no such baseline
 * @param results the result columns that the problem fills itself
 */
public record ProblemDeclaration(
        String name,
        String equation,
        String source,
        Input input,
        List<Parameter> parameters,
        List<Learned> learned,
        List<SampleSet> sampleSets,
        String measured,
        List<LossTerm> lossTerms,
        List<Field> fields,
        @Nullable Matching matching,
        List<Result> results)
        implements Serializable {

    public ProblemDeclaration {
        parameters = List.copyOf(parameters);
        learned = List.copyOf(learned);
        sampleSets = List.copyOf(sampleSets);
        lossTerms = List.copyOf(lossTerms);
        fields = List.copyOf(fields);
        results = List.copyOf(results);
    }

    /** Starts the declaration of a problem; for its parts see the record's parameters of the same names. */
    public static DeclarationBuilder of(String name, String equation, String source) {
        return new DeclarationBuilder(name, equation, source);
    }

    /** What the solution depends on, in the order of declaration. */
    public List<Input> inputs() {
        return List.of(input);
    }

    /** The names of the solution's fields, in order. */
    public List<String> solutionFields() {
        return fields.stream()
                .filter(field -> field.kind() == Field.Kind.SOLUTION)
                .map(Field::name)
                .toList();
    }

    /** The sample set with a name. */
    public SampleSet sampleSet(String set) {
        return sampleSets.stream()
                .filter(other -> other.name().equals(set))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a sample set of " + name + " must be one of "
                        + sampleSets.stream().map(SampleSet::name).toList() + ", but got " + set));
    }

    /**
     * What the solution depends on, as the axes of figures name it.
     *
     * @param name its name, such as t
     * @param unit its unit; "1" for a pure number
     */
    public record Input(String name, String unit) implements Serializable {}

    /** A number that the equation depends on: the key {@code problem.<name>}. */
    public record Parameter(String name, double defaultValue, Law law, String unit, String meaning)
            implements Serializable {}

    /**
     * A number that is trained together with the network, as in an inverse problem: the keys {@code learned.<name>.*}. It
     * starts from a normal distribution, drawn from the trial's seed.
     *
     * @param name its name, by which residuals ask for it as for a parameter
     * @param mean the default mean of its first value
     * @param deviation the default standard deviation of its first value
     * @param learningRate the default learning rate
     * @param weightDecay the default weight decay
     */
    public record Learned(
            String name,
            double mean,
            double deviation,
            double learningRate,
            double weightDecay,
            String unit,
            String meaning)
            implements Serializable {}

    /** Points at which the network is evaluated. */
    public sealed interface SampleSet extends Serializable {
        String name();

        /** Points on an interval: the keys {@code points.<name>.{spacing, from, to, count}}. */
        record Interval(String name, String spacing, double from, double to, int count, String unit)
                implements SampleSet {}

        /** The first point of an interval. */
        record StartOf(String name, String interval) implements SampleSet {}

        /** The last point of an interval. */
        record EndOf(String name, String interval) implements SampleSet {}
    }

    /**
     * A weighted mean square of residuals over a sample set: the key {@code loss.weights.<name>}.
     *
     * @param name the term's name
     * @param kind what the term asks for
     * @param sampleSet the sample set it is averaged over
     * @param weight the default weight
     * @param meaning what the term asks for, in words
     */
    public record LossTerm(String name, LossTerm.Kind kind, String sampleSet, double weight, String meaning)
            implements Serializable {

        /** What a loss term asks for. */
        public enum Kind {
            /** The equation holds: weightings apply to it, and the Hessian of the residual loss is its Hessian. */
            EQUATION,
            /** A condition or a datum is met. */
            CONDITION
        }
    }

    /** Something that the network's functions make, with a row in the solutions for each measured point. */
    public record Field(String name, Field.Kind kind) implements Serializable {

        /** What a field is. */
        public enum Kind {
            /** A field of the equation's solution: it has errors where there is a truth. */
            SOLUTION,
            /** A term of an ansatz, stored as its share of the first field of the solution, under {@code name/field}. */
            TERM,
            /** A function that an ansatz is made with. */
            COEFFICIENT
        }
    }

    /**
     * The patches of a problem are joined at a matching point: the keys {@code matching.point}, {@code matching.band}.
     *
     * @param point the default matching point
     * @param smoothness what is continuous there, as "C^0: the value is continuous"
     * @param unit the matching point's unit
     */
    public record Matching(double point, String smoothness, String unit) implements Serializable {}

    /** A result column of the problem's own. */
    public record Result(String column, String unit, String meaning) implements Serializable {}
}
