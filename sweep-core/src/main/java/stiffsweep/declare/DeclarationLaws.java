package stiffsweep.declare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Network;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.ProblemDeclaration.Word;

/** What a declaration must satisfy before a sweep is read with it. */
final class DeclarationLaws {

    /** Names become keys of sweep files and, with underscores, result columns; {@code <name>} stands for any. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*|<[a-z]+>");

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*|<[a-z]+>");

    /** Columns end so that hold errors between the points of a line. */
    private static final String BETWEEN = "between";

    private final ProblemDeclaration declaration;

    private DeclarationLaws(ProblemDeclaration declaration) {
        this.declaration = declaration;
    }

    /**
     * Checks a declaration.
     *
     * @throws IllegalStateException if it breaks a law
     */
    static void require(ProblemDeclaration declaration) {
        DeclarationLaws laws = new DeclarationLaws(declaration);
        laws.requireParts();
        laws.requireNames();
        laws.requireInputs();
        laws.requireSampleSets();
        laws.requireFormulations();
        laws.requireFields();
    }

    private void requireParts() {
        List<Integer> sizes = List.of(
                declaration.sampleSets().size(),
                declaration.lossTerms().size(),
                declaration.solutionFields().size());
        require(!sizes.contains(0), "a problem must have points, loss terms and fields of its solution", "" + sizes);
        List<String> solution = declaration.solutionFields();
        List<String> first = declaration.fields().stream()
                .limit(solution.size())
                .map(Field::name)
                .toList();
        require(first.equals(solution), "the fields of the solution must come first", "" + first);
    }

    private void requireNames() {
        List<String> numbers = new ArrayList<>(
                declaration.parameters().stream().map(Parameter::name).toList());
        declaration.words().stream().map(Word::name).forEach(numbers::add);
        declaration.learned().stream().map(Learned::name).forEach(numbers::add);
        List<String> sets =
                declaration.sampleSets().stream().map(SampleSet::name).toList();
        List<String> terms =
                declaration.lossTerms().stream().map(LossTerm::name).toList();
        requireKeys(List.of(declaration.name()));
        for (Word word : declaration.words()) {
            require(!word.choices().isEmpty(), "a word must have one choice or more", word.name() + " without any");
            requireKeys(word.choices());
        }
        requireKeys(numbers);
        requireKeys(sets);
        requireKeys(terms);
        List<String> fields = declaration.fields().stream().map(Field::name).toList();
        requireKeys(fields);
        require(!fields.contains(BETWEEN), "a field must have a name that no column of errors ends with", BETWEEN);
        requireResults();
    }

    private void requireResults() {
        List<String> columns =
                declaration.results().stream().map(Result::column).toList();
        requireColumns(columns);
        for (Result result : declaration.results()) {
            String baseline = result.baseline();
            require(
                    baseline == null || (columns.contains(baseline) && !baseline.equals(result.column())),
                    "a result must be compared with another one of " + columns,
                    result.column() + " with " + baseline);
        }
    }

    private void requireColumns(List<String> names) {
        names.forEach(name -> require(
                COLUMN.matcher(name).matches(),
                "a result column must be words of small letters and digits joined by underscores",
                name));
        requireDistinct(names);
    }

    private void requireKeys(List<String> names) {
        names.forEach(name -> require(
                NAME.matcher(name).matches(),
                "a name must be words of small letters and digits joined by hyphens",
                name));
        requireDistinct(names);
    }

    private void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> require(seen.add(name), "parts of one kind must have names of their own", name));
    }

    private void requireInputs() {
        List<Input> inputs = declaration.inputs();
        requireDistinct(inputs.stream().map(Input::name).toList());
        requireKeys(inputs.stream()
                .filter(input -> input.domain() != null)
                .map(Input::name)
                .toList());
        for (Input input : inputs) {
            require(
                    input.order() >= 0 && input.order() <= 2,
                    "the derivatives along an input must be of order 0 to 2",
                    input.name() + " with " + input.order());
            require(
                    inputs.size() == 1 || input.domain() != null,
                    "each of several inputs must have a domain, as in input(\"t\", 0, 1, 1, \"s\")",
                    input.name() + " without one");
        }
        require(
                inputs.stream().filter(input -> !input.isSpread()).count() <= 1,
                "at most one input can be integrated over",
                "" + inputs.stream().map(Input::name).toList());
    }

    private void requireSampleSets() {
        for (SampleSet set : declaration.sampleSets()) {
            if (set instanceof SampleSet.StartOf start) {
                requireInterval(start.interval());
            } else if (set instanceof SampleSet.EndOf end) {
                requireInterval(end.interval());
            } else if (set instanceof SampleSet.Interval interval) {
                require(
                        declaration.inputs().size() == 1,
                        "an interval must be one of the only input: use box(..) over several",
                        interval.name());
            } else if (set instanceof SampleSet.Box box) {
                requireDomains(box.name());
            } else if (set instanceof SampleSet.Face face) {
                requireDomains(face.name());
                requireSpread(List.of(face.input()), "the points " + face.name());
            } else if (set instanceof SampleSet.Grid grid) {
                requireDomains(grid.name());
                require(
                        grid.counts().size() == spread().size(),
                        "a grid must have a count for each of the inputs " + spread(),
                        grid.name() + " with " + grid.counts());
            }
        }
        declaration.lossTerms().forEach(term -> declaration.sampleSet(term.sampleSet()));
        declaration.sampleSet(declaration.measured());
    }

    private void requireInterval(String name) {
        require(
                declaration.sampleSet(name) instanceof SampleSet.Interval,
                "the points at an end must be those of an interval",
                name);
    }

    private void requireDomains(String set) {
        require(
                declaration.inputs().stream().allMatch(input -> input.domain() != null),
                "points over the domain need one of each input, as in input(\"t\", 0, 1, 1, \"s\")",
                "the points " + set + " without one");
    }

    private void requireSpread(List<String> names, String what) {
        require(spread().containsAll(names), what + " must be of the inputs " + spread(), "" + names);
    }

    private List<String> spread() {
        return declaration.inputs().stream()
                .filter(Input::isSpread)
                .map(Input::name)
                .toList();
    }

    private void requireFormulations() {
        List<String> names =
                declaration.formulations().stream().map(Formulation::name).toList();
        requireKeys(names.size() == 1 ? List.of() : names);
    }

    private void requireFields() {
        for (Formulation formulation : declaration.formulations()) {
            List<String> inputs = declaration.inputs().stream().map(Input::name).toList();
            requireKeys(formulation.networks().stream()
                    .map(Network::name)
                    .filter(network -> !network.isEmpty())
                    .toList());
            for (Network network : formulation.networks()) {
                require(
                        !network.inputs().isEmpty() && inputs.containsAll(network.inputs()),
                        "a network must see some of the inputs " + inputs,
                        network.name() + " of " + network.inputs());
            }
            List<String> functions = formulation.networks().stream()
                    .flatMap(network -> network.functions().stream())
                    .toList();
            requireKeys(functions);
            require(!functions.isEmpty(), "a network must give a function: a field without a formula", "none");
            formulation.fields().stream()
                    .filter(field -> field.formula() == null)
                    .map(Field::name)
                    .forEach(field -> require(
                            functions.contains(field),
                            "a field must have a formula, or be one of the networks' functions " + functions,
                            field));
            requireDistinct(formulation.lossTerms().stream().map(LossTerm::name).toList());
            requireKeys(formulation.fields().stream().map(Field::name).toList());
        }
    }

    private void require(boolean holds, String law, String got) {
        if (!holds) {
            throw new IllegalStateException(law + ", but the declaration of " + declaration.name() + " has " + got);
        }
    }
}
