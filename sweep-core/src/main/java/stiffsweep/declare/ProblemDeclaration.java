package stiffsweep.declare;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.formula.FieldFormula;
import stiffsweep.formula.Formula;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Directions;

/**
 * What a problem offers to a sweep, with the formulas of its terms and fields; made by a {@link DeclarationBuilder}.
 *
 * @param name the value of {@code problem.kind}
 * @param equation the equation in plain text, with its conditions
 * @param source where the problem is from
 * @param inputs what the solution depends on
 * @param parameters the numbers under {@code problem}
 * @param words the words under {@code problem}
 * @param learned the numbers that are trained together with the networks, the keys under {@code learned}
 * @param sampleSets the point sets under {@code points}, and those that follow from them
 * @param measured the sample set on which errors, curves and solutions are taken
 * @param formulations which networks, fields and terms stand for the equation, one or several
 * @param matching the conventional baseline's matching point; null where the problem has no such baseline
 * @param results the result columns that the problem fills itself
 */
public record ProblemDeclaration(
        String name,
        String equation,
        String source,
        List<Input> inputs,
        List<Parameter> parameters,
        List<Word> words,
        List<Learned> learned,
        List<SampleSet> sampleSets,
        String measured,
        List<Formulation> formulations,
        @Nullable Matching matching,
        List<Result> results)
        implements Serializable {

    public ProblemDeclaration {
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
        words = List.copyOf(words);
        learned = List.copyOf(learned);
        sampleSets = List.copyOf(sampleSets);
        formulations = List.copyOf(formulations);
        results = List.copyOf(results);
    }

    /** Starts the declaration of a problem; for its parts see the record's parameters of the same names. */
    public static DeclarationBuilder of(String name, String equation, String source) {
        return new DeclarationBuilder(name, equation, source);
    }

    /** The first input. */
    public Input input() {
        return inputs.get(0);
    }

    /** The inputs that are integrated over at every point: residuals are not of one point where there are any. */
    public List<String> integratedInputs() {
        return inputs.stream()
                .filter(input -> !input.isSpread())
                .map(Input::name)
                .toList();
    }

    /** The inputs along which fields carry derivatives. */
    public Directions directions() {
        Stream<Input> bending = inputs.stream().filter(input -> input.order() == 2);
        Stream<Input> sloping = inputs.stream().filter(input -> input.order() == 1);
        return new Directions(Stream.concat(bending, sloping).map(Input::name).toList(), (int)
                inputs.stream().filter(input -> input.order() == 2).count());
    }

    /** The formulation that the settings of a trial ask for, with the formula of each field. */
    public Formulation formulation(Settings settings) {
        String wanted =
                formulations.size() == 1 ? formulations.get(0).name() : settings.word(FormulationSettings.FORMULATION);
        Formulation formulation = formulations.stream()
                .filter(other -> other.name().equals(wanted))
                .findFirst()
                .orElseThrow();
        return settings.areConditionsHard() ? formulation.withHardConditions() : formulation;
    }

    /** The words under {@code problem} that some settings choose, by name. */
    public Map<String, String> words(Settings settings) {
        Map<String, String> chosen = new LinkedHashMap<>();
        words.forEach(word -> chosen.put(word.name(), settings.word("problem." + word.name())));
        return chosen;
    }

    /** The terms of the loss of any formulation; each has a key under {@code loss.weights}. */
    public List<LossTerm> lossTerms() {
        return each(Formulation::lossTerms, LossTerm::name);
    }

    /** The fields of any formulation, those of the solution first. */
    public List<Field> fields() {
        return each(Formulation::fields, Field::name);
    }

    private <T> List<T> each(Function<Formulation, List<T>> parts, Function<T, String> name) {
        Map<String, T> each = new LinkedHashMap<>();
        formulations.forEach(
                formulation -> parts.apply(formulation).forEach(part -> each.putIfAbsent(name.apply(part), part)));
        return List.copyOf(each.values());
    }

    /** The names of the solution's fields, in order. */
    public List<String> solutionFields() {
        return fields().stream()
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
     * @param order the highest derivative along it that formulas take, 0 to 2
     * @param domain where it runs; null where the lines of points say it
     */
    public record Input(
            String name, String unit, int order, @Nullable Domain domain) implements Serializable {

        /** Whether points are spread over it; otherwise it is integrated over at every point. */
        public boolean isSpread() {
            return domain == null || domain.nodes == 0;
        }
    }

    /**
     * Where an input runs: the keys {@code domain.<input>.{from, to, spacing}}.
     *
     * @param spacing how points are spread along it
     * @param nodes the number of nodes where it is integrated over, the key {@code points.<input>.nodes}; 0 where points are
     *     spread over it
     * @param isByHalves whether each half of the range has a rule of its own, with so many nodes
     * @param isPeriodic whether the solution is the same at both ends, with all its derivatives, so that networks see the input
     *     as periodic unless a file says otherwise
     */
    public record Domain(double from, double to, Spacing spacing, int nodes, boolean isByHalves, boolean isPeriodic)
            implements Serializable {}

    /**
     * Networks, fields and terms that stand for the equation: the word of {@code loss.formulation}.
     *
     * @param name its name; empty where there is no other
     * @param networks the networks, in the order of their parameters
     * @param fields what is made of their functions, the fields of the solution first
     * @param lossTerms the terms of the loss
     */
    public record Formulation(String name, List<Network> networks, List<Field> fields, List<LossTerm> lossTerms)
            implements Serializable {

        public Formulation {
            networks = List.copyOf(networks);
            fields = List.copyOf(fields);
            lossTerms = List.copyOf(lossTerms);
        }

        /** How each field is made, in their order. */
        public Map<String, FieldFormula> formulas() {
            Map<String, FieldFormula> formulas = new LinkedHashMap<>();
            for (Field field : fields) {
                FieldFormula own = field.formula;
                formulas.put(field.name, own == null ? at -> at.function(field.name) : own);
            }
            return formulas;
        }

        /** Whether a field can be made so that it meets the conditions. */
        public boolean hasHardConditions() {
            return fields.stream().anyMatch(field -> field.hard != null);
        }

        /** The same with the fields that {@code loss.conditions = hard} asks for. */
        public Formulation withHardConditions() {
            List<Field> hard = fields.stream()
                    .map(field ->
                            field.hard == null ? field : new Field(field.name, field.kind, field.hard, field.hard))
                    .toList();
            return new Formulation(name, networks, hard, lossTerms);
        }
    }

    /**
     * A network.
     *
     * @param name its name, the keys {@code networks.<name>}; empty where there is no other
     * @param inputs the inputs that it sees
     * @param functions the functions that it gives; one with the name of a field is that field, unless the field has a
     *     formula
     */
    public record Network(String name, List<String> inputs, List<String> functions) implements Serializable {

        public Network {
            inputs = List.copyOf(inputs);
            functions = List.copyOf(functions);
        }
    }

    /** A number that the equation depends on: the key {@code problem.<name>}. */
    public record Parameter(String name, double defaultValue, Law law, String unit, String meaning)
            implements Serializable {}

    /**
     * A word that the formulas depend on, such as the data of a benchmark: the key {@code problem.<name>}.
     *
     * @param choices the words that it may be, the default first
     */
    public record Word(String name, List<String> choices, String meaning) implements Serializable {

        public Word {
            choices = List.copyOf(choices);
        }
    }

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

    /** Points at which networks are evaluated. */
    public sealed interface SampleSet extends Serializable {
        String name();

        /** Points on an interval: the keys {@code points.<name>.{spacing, from, to, count}}. */
        record Interval(String name, String spacing, double from, double to, int count, String unit)
                implements SampleSet {}

        /** The first point of an interval. */
        record StartOf(String name, String interval) implements SampleSet {}

        /** The last point of an interval. */
        record EndOf(String name, String interval) implements SampleSet {}

        /** Points all over the domain: the keys {@code points.<name>.{count, sampling}}. */
        record Box(String name, int count, Sampling sampling) implements SampleSet {}

        /**
         * Points where one input is at an end of its domain: the keys {@code points.<name>.{count, sampling}}.
         *
         * @param input the input that is held
         */
        record Face(String name, String input, End end, int count, Sampling sampling) implements SampleSet {}

        /**
         * The points of a grid over the domain, both ends of each input included, the first input slowest: the keys {@code
         * points.<name>.<input>}.
         *
         * @param counts the number of points along each input, in the order of the inputs
         */
        record Grid(String name, List<Integer> counts) implements SampleSet {
            public Grid {
                counts = List.copyOf(counts);
            }
        }

        /** An end of an input's domain. */
        enum End {
            START,
            END
        }
    }

    /**
     * A weighted mean square of residuals over a sample set: the key {@code loss.weights.<name>}.
     *
     * @param name the term's name
     * @param kind what the term asks for
     * @param sampleSet the sample set it is averaged over
     * @param weight the default weight
     * @param meaning what the term asks for, in words
     * @param formula its residual
     */
    public record LossTerm(
            String name, LossTerm.Kind kind, String sampleSet, double weight, String meaning, Formula formula)
            implements Serializable {

        /** What a loss term asks for. */
        public enum Kind {
            /** The equation holds: weightings apply to it, and the Hessian of the residual loss is its Hessian. */
            EQUATION,
            /** A condition or a datum is met. */
            CONDITION
        }

        /** Its residual at the points of its set. */
        public Residual residual(Samples samples) {
            return formula.at(samples);
        }
    }

    /**
     * Something that is made of the networks' functions, with a row in the solutions for each measured point.
     *
     * @param formula how it is made; null where it is a function of a network
     * @param hard how it is made so that it meets the conditions whatever the networks give; null where nobody says
     */
    public record Field(
            String name,
            Field.Kind kind,
            @Nullable FieldFormula formula,
            @Nullable FieldFormula hard) implements Serializable {

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

    /**
     * A result column of the problem's own.
     *
     * @param baseline the column that holds the conventional method's result of the same kind; null where nothing is compared
     * @param error the column that holds the result minus the exact one; null where nothing is estimated
     */
    public record Result(
            String column,
            String unit,
            String meaning,
            @Nullable String baseline,
            @Nullable String error) implements Serializable {}
}
