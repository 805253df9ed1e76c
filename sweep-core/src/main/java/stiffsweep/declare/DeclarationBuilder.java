package stiffsweep.declare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration.Domain;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Matching;
import stiffsweep.declare.ProblemDeclaration.Network;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.ProblemDeclaration.Word;
import stiffsweep.formula.FieldFormula;
import stiffsweep.formula.Formula;

/**
 * Puts the declaration of a problem together, part by part.
 *
 * <p>Networks, fields and terms that stand behind {@link #formulation} belong to that formulation, those before the first
 * one to all. A field without a formula is a function of the network of the same name; where no network is declared, one gives
 * all such fields and sees all inputs.
 */
public final class DeclarationBuilder {

    private final String name;
    private final String equation;
    private final String source;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Learned> learned = new ArrayList<>();
    private final List<SampleSet> sampleSets = new ArrayList<>();
    private final Parts common = new Parts("");
    private final List<Parts> formulations = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private Parts parts = common;
    private @Nullable Matching matching;
    private @Nullable String measured;

    DeclarationBuilder(String name, String equation, String source) {
        this.name = name;
        this.equation = equation;
        this.source = source;
    }

    /** What belongs to one formulation. */
    private record Parts(String name, List<Network> networks, List<Field> fields, List<LossTerm> lossTerms) {
        Parts(String name) {
            this(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** These behind those of all formulations. */
        Formulation behind(Parts common, List<Input> inputs) {
            List<Network> networks = joined(common.networks, this.networks);
            List<Field> fields = joined(common.fields, this.fields);
            if (networks.isEmpty()) {
                List<String> functions = fields.stream()
                        .filter(field -> field.formula() == null)
                        .map(Field::name)
                        .toList();
                networks =
                        List.of(new Network("", inputs.stream().map(Input::name).toList(), functions));
            }
            return new Formulation(name, networks, fields, joined(common.lossTerms, lossTerms));
        }

        private static <T> List<T> joined(List<T> first, List<T> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    /**
     * The only input of a problem on lines, and its unit, as figures name it; unless told, it is a pure number that is called
     * as the unit of the points says, such as {@code x}. Formulas take its first derivative.
     */
    public DeclarationBuilder input(String inputName, String unit) {
        return input(inputName, unit, 1);
    }

    /** The only input of a problem on lines, with the highest derivative along it that formulas take, 0 to 2. */
    public DeclarationBuilder input(String inputName, String unit, int order) {
        inputs.add(new Input(inputName, unit, order, null));
        return this;
    }

    /** An input with its domain, and the highest derivative along it that formulas take, 0 to 2. */
    public DeclarationBuilder input(String inputName, double from, double to, int order, String unit) {
        return input(inputName, new Domain(from, to, Spacing.LINEAR, 0, false, false), order, unit);
    }

    /** An input with its domain, over which points are spread by equal factors. */
    public DeclarationBuilder logInput(String inputName, double from, double to, int order, String unit) {
        return input(inputName, new Domain(from, to, Spacing.LOG, 0, false, false), order, unit);
    }

    /** An input at whose ends the solution is the same, with all its derivatives. */
    public DeclarationBuilder periodicInput(String inputName, double from, double to, int order, String unit) {
        return input(inputName, new Domain(from, to, Spacing.LINEAR, 0, false, true), order, unit);
    }

    /** An input that is integrated over at every point, by a Gauss-Legendre rule with so many nodes. */
    public DeclarationBuilder quadrature(String inputName, double from, double to, int nodes, String unit) {
        return input(inputName, new Domain(from, to, Spacing.LINEAR, nodes, false, false), 0, unit);
    }

    /**
     * An input that is integrated over by a Gauss-Legendre rule with so many nodes on either half of its domain: for functions
     * that have a jump or a kink in the middle, such as what comes in at a wall and what leaves.
     */
    public DeclarationBuilder quadratureByHalves(String inputName, double from, double to, int nodes, String unit) {
        return input(inputName, new Domain(from, to, Spacing.LINEAR, nodes, true, false), 0, unit);
    }

    private DeclarationBuilder input(String inputName, Domain domain, int order, String unit) {
        inputs.add(new Input(inputName, unit, order, domain));
        return this;
    }

    /** Begins a formulation of the equation: networks, fields and terms from here on belong to it. */
    public DeclarationBuilder formulation(String formulation) {
        parts = new Parts(formulation);
        formulations.add(parts);
        return this;
    }

    /** A network of some of the inputs that gives one function, of the same name. */
    public DeclarationBuilder network(String network, String... networkInputs) {
        return network(network, List.of(networkInputs), List.of(network));
    }

    /** A network of some of the inputs with the functions that it gives. */
    public DeclarationBuilder network(String network, List<String> networkInputs, List<String> functions) {
        parts.networks.add(new Network(network, networkInputs, functions));
        return this;
    }

    /** A number that the equation depends on. */
    public DeclarationBuilder parameter(String parameter, double defaultValue, Law law, String unit, String meaning) {
        parameters.add(new Parameter(parameter, defaultValue, law, unit, meaning));
        return this;
    }

    /** A word that the formulas depend on, with those that it may be, the default first. */
    public DeclarationBuilder word(String word, String meaning, String... choices) {
        return word(word, meaning, List.of(choices));
    }

    /** The same with the words in a list. */
    public DeclarationBuilder word(String word, String meaning, List<String> choices) {
        words.add(new Word(word, choices, meaning));
        return this;
    }

    /** A number that is trained together with the network. */
    public DeclarationBuilder learned(Learned scalar) {
        learned.add(scalar);
        return this;
    }

    /** Points on an interval, spaced {@code log} or {@code linear}. */
    public DeclarationBuilder interval(String set, String spacing, double from, double to, int count, String unit) {
        sampleSets.add(new SampleSet.Interval(set, spacing, from, to, count, unit));
        return this;
    }

    /** The first point of an interval. */
    public DeclarationBuilder startOf(String set, String interval) {
        sampleSets.add(new SampleSet.StartOf(set, interval));
        return this;
    }

    /** The last point of an interval. */
    public DeclarationBuilder endOf(String set, String interval) {
        sampleSets.add(new SampleSet.EndOf(set, interval));
        return this;
    }

    /** Points all over the domain, as a Sobol sequence unless a file says otherwise. */
    public DeclarationBuilder box(String set, int count) {
        sampleSets.add(new SampleSet.Box(set, count, Sampling.SOBOL));
        return this;
    }

    /** Points where an input is at the start of its domain. */
    public DeclarationBuilder faceAtStart(String set, String held, int count) {
        sampleSets.add(new SampleSet.Face(set, held, SampleSet.End.START, count, Sampling.SOBOL));
        return this;
    }

    /** Points where an input is at the end of its domain. */
    public DeclarationBuilder faceAtEnd(String set, String held, int count) {
        sampleSets.add(new SampleSet.Face(set, held, SampleSet.End.END, count, Sampling.SOBOL));
        return this;
    }

    /** The points of a grid over the domain, with so many points along each input. */
    public DeclarationBuilder grid(String set, Integer... counts) {
        sampleSets.add(new SampleSet.Grid(set, List.of(counts)));
        return this;
    }

    /** The sample set on which errors, curves and solutions are taken; the first one, unless told. */
    public DeclarationBuilder measuredOn(String set) {
        measured = set;
        return this;
    }

    /** A loss term: an equation holds. */
    public DeclarationBuilder equation(String term, String sampleSet, double weight, String meaning, Formula formula) {
        parts.lossTerms.add(new LossTerm(term, LossTerm.Kind.EQUATION, sampleSet, weight, meaning, formula));
        return this;
    }

    /** A loss term: a condition or a datum is met. */
    public DeclarationBuilder condition(String term, String sampleSet, double weight, String meaning, Formula formula) {
        parts.lossTerms.add(new LossTerm(term, LossTerm.Kind.CONDITION, sampleSet, weight, meaning, formula));
        return this;
    }

    /** Fields of the solution that are functions of a network. */
    public DeclarationBuilder fields(String... names) {
        Arrays.stream(names).forEach(field -> add(field, Field.Kind.SOLUTION, null));
        return this;
    }

    /** A field of the solution that is made by a formula. */
    public DeclarationBuilder field(String field, FieldFormula formula) {
        return add(field, Field.Kind.SOLUTION, formula);
    }

    /** A term of an ansatz, made by a formula. */
    public DeclarationBuilder term(String field, FieldFormula formula) {
        return add(field, Field.Kind.TERM, formula);
    }

    /** The functions of a network that an ansatz is made with. */
    public DeclarationBuilder coefficients(String... names) {
        Arrays.stream(names).forEach(field -> add(field, Field.Kind.COEFFICIENT, null));
        return this;
    }

    /** A function that the solution is made with, made itself by a formula. */
    public DeclarationBuilder coefficient(String field, FieldFormula formula) {
        return add(field, Field.Kind.COEFFICIENT, formula);
    }

    private DeclarationBuilder add(String field, Field.Kind kind, @Nullable FieldFormula formula) {
        parts.fields.add(new Field(field, kind, formula, null));
        return this;
    }

    /**
     * How a field that was declared before is made with {@code loss.conditions = hard}: so that it meets conditions whatever
     * the networks give.
     *
     * @throws IllegalStateException if it was not declared before, in the same formulation
     */
    public DeclarationBuilder hard(String field, FieldFormula formula) {
        List<String> known = parts.fields.stream().map(Field::name).toList();
        if (!known.contains(field)) {
            throw new IllegalStateException("hard conditions must be those of a field that was declared before, one of "
                    + known + ", but the declaration of " + name + " has " + field);
        }
        parts.fields.replaceAll(
                other -> other.name().equals(field) ? new Field(field, other.kind(), other.formula(), formula) : other);
        return this;
    }

    /** A baseline whose patches are joined at a point; the smoothness says in words what is continuous there. */
    public DeclarationBuilder matching(double point, String smoothness, String unit) {
        matching = new Matching(point, smoothness, unit);
        return this;
    }

    /** A result column that the problem fills itself. */
    public DeclarationBuilder result(String column, String unit, String meaning) {
        results.add(new Result(column, unit, meaning, null, null));
        return this;
    }

    /**
     * A result column that is compared with another, in which the problem puts the conventional method's result: a report
     * shows both.
     */
    public DeclarationBuilder comparedResult(String column, String unit, String meaning, String baseline) {
        results.add(new Result(column, unit, meaning, baseline, null));
        return this;
    }

    /**
     * A result column that estimates a number, as an inverse problem does, and one with the estimate minus the exact number: a
     * report shows how far off it is.
     */
    public DeclarationBuilder estimate(String column, String unit, String meaning, String error, String errorMeaning) {
        results.add(new Result(column, unit, meaning, null, error));
        return result(error, unit, errorMeaning);
    }

    /**
     * The declaration.
     *
     * @throws IllegalStateException if it lacks points, loss terms or fields, or a name is missing, taken or no name
     * @throws IllegalArgumentException if a part names a sample set that there is not
     */
    public ProblemDeclaration build() {
        List<Input> all = inputs.isEmpty() ? List.of(inputOfPoints()) : inputs;
        List<Parts> own = formulations.isEmpty() ? List.of(new Parts("")) : formulations;
        ProblemDeclaration declaration = new ProblemDeclaration(
                name,
                equation,
                source,
                all,
                parameters,
                words,
                learned,
                sampleSets,
                measured == null ? firstSet() : measured,
                own.stream().map(formulation -> formulation.behind(common, all)).toList(),
                matching,
                results);
        DeclarationLaws.require(declaration);
        return declaration;
    }

    private Input inputOfPoints() {
        String unit = sampleSets.stream()
                .filter(SampleSet.Interval.class::isInstance)
                .map(set -> ((SampleSet.Interval) set).unit())
                .findFirst()
                .orElse("x");
        return new Input(unit, "1", 1, null);
    }

    private String firstSet() {
        return sampleSets.isEmpty() ? "" : sampleSets.get(0).name();
    }
}
