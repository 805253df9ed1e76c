package stiffsweep.declare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import stiffsweep.declare.ProblemDeclaration.Field;
import stiffsweep.declare.ProblemDeclaration.Learned;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.ProblemDeclaration.SampleSet;

/** What a declaration must satisfy before a sweep is read with it. */
final class DeclarationLaws {

    /** Names become keys of sweep files and, with underscores, result columns; {@code <name>} stands for any. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*|<[a-z]+>");

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*|<[a-z]+>");

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
        laws.requireSampleSets();
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
        declaration.learned().stream().map(Learned::name).forEach(numbers::add);
        List<String> sets =
                declaration.sampleSets().stream().map(SampleSet::name).toList();
        List<String> terms =
                declaration.lossTerms().stream().map(LossTerm::name).toList();
        requireKeys(List.of(declaration.name()));
        requireKeys(numbers);
        requireKeys(sets);
        requireKeys(terms);
        requireKeys(declaration.fields().stream().map(Field::name).toList());
        requireColumns(declaration.results().stream().map(Result::column).toList());
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

    private void requireSampleSets() {
        for (SampleSet set : declaration.sampleSets()) {
            if (set instanceof SampleSet.StartOf start) {
                requireInterval(start.interval());
            } else if (set instanceof SampleSet.EndOf end) {
                requireInterval(end.interval());
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

    private void require(boolean holds, String law, String got) {
        if (!holds) {
            throw new IllegalStateException(law + ", but the declaration of " + declaration.name() + " has " + got);
        }
    }
}
