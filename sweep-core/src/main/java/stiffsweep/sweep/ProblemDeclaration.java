package stiffsweep.sweep;

import java.io.Serializable;
import java.util.List;

/**
 * What a problem offers to a sweep, as plain data.
 *
 * @param name the value of {@code problem.kind}
 * @param equation the equation in plain text, with its conditions
 * @param source where the problem is from
 * @param parameters the keys under {@code problem}
 * @param sampleSets the point sets under {@code points}, and those that follow from them
 * @param lossTerms the terms of the loss; each has a key under {@code loss.weights}
 * @param fields the fields of the solution, such as {@code y}
 */
public record ProblemDeclaration(
        String name,
        String equation,
        String source,
        List<Parameter> parameters,
        List<SampleSet> sampleSets,
        List<LossTerm> lossTerms,
        List<String> fields)
        implements Serializable {

    public ProblemDeclaration {
        parameters = List.copyOf(parameters);
        sampleSets = List.copyOf(sampleSets);
        lossTerms = List.copyOf(lossTerms);
        fields = List.copyOf(fields);
    }

    /** A number that the equation depends on: the key {@code problem.<name>}. */
    public record Parameter(String name, double defaultValue, Law law, String unit, String meaning)
            implements Serializable {}

    /** Points at which the network is evaluated. */
    public sealed interface SampleSet extends Serializable {

        String name();

        /** Points on an interval: the keys {@code points.<name>.{spacing, from, to, count}}. */
        record Interval(String name, String spacing, double from, double to, int count, String unit)
                implements SampleSet {}

        /** The first point of an interval. */
        record StartOf(String name, String interval) implements SampleSet {}
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
    public record LossTerm(String name, Kind kind, String sampleSet, double weight, String meaning)
            implements Serializable {

        /** What a loss term asks for. */
        public enum Kind {
            /** The equation holds: weightings apply to it, and the Hessian of the residual loss is its Hessian. */
            EQUATION,
            /** A condition or a datum is met. */
            CONDITION
        }

        public static LossTerm equation(String name, String sampleSet, double weight, String meaning) {
            return new LossTerm(name, Kind.EQUATION, sampleSet, weight, meaning);
        }

        public static LossTerm condition(String name, String sampleSet, double weight, String meaning) {
            return new LossTerm(name, Kind.CONDITION, sampleSet, weight, meaning);
        }
    }
}
