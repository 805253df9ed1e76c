package stiffsweep.declare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Matching;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.ProblemDeclaration.SampleSet;

/** Puts the declaration of a problem together, part by part. */
public final class DeclarationBuilder {

    private final String name;
    private final String equation;
    private final String source;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Learned> learned = new ArrayList<>();
    private final List<SampleSet> sampleSets = new ArrayList<>();
    private final List<LossTerm> lossTerms = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private @Nullable Matching matching;
    private @Nullable String measured;
    private ProblemDeclaration.@Nullable Input input;

    DeclarationBuilder(String name, String equation, String source) {
        this.name = name;
        this.equation = equation;
        this.source = source;
    }

    /**
     * What the solution depends on, and its unit, as figures name it; unless told, it is a pure number that is called as
     * the unit of the points says, such as {@code x}.
     */
    public DeclarationBuilder input(String inputName, String unit) {
        input = new ProblemDeclaration.Input(inputName, unit);
        return this;
    }

    /** A number that the equation depends on. */
    public DeclarationBuilder parameter(String parameter, double defaultValue, Law law, String unit, String meaning) {
        parameters.add(new Parameter(parameter, defaultValue, law, unit, meaning));
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

    /** The sample set on which errors, curves and solutions are taken; the first one, unless told. */
    public DeclarationBuilder measuredOn(String set) {
        measured = set;
        return this;
    }

    /** A loss term: an equation holds. */
    public DeclarationBuilder equation(String term, String sampleSet, double weight, String meaning) {
        lossTerms.add(new LossTerm(term, LossTerm.Kind.EQUATION, sampleSet, weight, meaning));
        return this;
    }

    /** A loss term: a condition or a datum is met. */
    public DeclarationBuilder condition(String term, String sampleSet, double weight, String meaning) {
        lossTerms.add(new LossTerm(term, LossTerm.Kind.CONDITION, sampleSet, weight, meaning));
        return this;
    }

    /** Fields of the solution, one function of the network each, unless the problem has an ansatz. */
    public DeclarationBuilder fields(String... names) {
        return all(Field.Kind.SOLUTION, names);
    }

    /** The terms of an ansatz. */
    public DeclarationBuilder terms(String... names) {
        return all(Field.Kind.TERM, names);
    }

    /** The functions that an ansatz is made with. */
    public DeclarationBuilder coefficients(String... names) {
        return all(Field.Kind.COEFFICIENT, names);
    }

    private DeclarationBuilder all(Field.Kind kind, String... names) {
        for (String field : names) {
            fields.add(new Field(field, kind));
        }
        return this;
    }

    /** A baseline whose patches are joined at a point; the smoothness says in words what is continuous there. */
    public DeclarationBuilder matching(double point, String smoothness, String unit) {
        matching = new Matching(point, smoothness, unit);
        return this;
    }

    /** A result column that the problem fills itself. */
    public DeclarationBuilder result(String column, String unit, String meaning) {
        results.add(new Result(column, unit, meaning));
        return this;
    }

    /**
     * The declaration.
     *
     * @throws IllegalStateException if it lacks points, loss terms or fields, or a name is missing, taken or no name
     * @throws IllegalArgumentException if a part names a sample set that there is not
     */
    public ProblemDeclaration build() {
        ProblemDeclaration declaration = new ProblemDeclaration(
                name,
                equation,
                source,
                input == null ? inputOfPoints() : input,
                parameters,
                learned,
                sampleSets,
                measured == null ? firstSet() : measured,
                lossTerms,
                fields,
                matching,
                results);
        DeclarationLaws.require(declaration);
        return declaration;
    }

    private ProblemDeclaration.Input inputOfPoints() {
        String unit = sampleSets.stream()
                .filter(SampleSet.Interval.class::isInstance)
                .map(set -> ((SampleSet.Interval) set).unit())
                .findFirst()
                .orElse("x");
        return new ProblemDeclaration.Input(unit, "1");
    }

    private String firstSet() {
        return sampleSets.isEmpty() ? "" : sampleSets.get(0).name();
    }
}
