package stiffsweep.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Formulation;
import stiffsweep.declare.ProblemDeclaration.LossTerm;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Settings;
import stiffsweep.jet.Directions;
import stiffsweep.problem.Problem;
import stiffsweep.problem.ValueSets;
import stiffsweep.sampling.Points;
import stiffsweep.sweep.Trial;
import stiffsweep.tensor.Tensors;

/**
 * All points and parameters of a stack's trials as plain numbers: worked out once, whatever tensors they then become. Sets
 * that are drawn anew stand here with their validation points, unless others are put in their place.
 *
 * @param problem the problem of the trials
 * @param sets every declared sample set by its name
 * @param valueSets the sets whose points go through the networks apart, because a loss takes fields by their values alone
 *     there
 * @param parameters the problem's parameters by name, {@code [trials]} each
 * @param words the words under {@code problem}, in which all trials agree
 * @param formulation the networks, fields and terms of the trials
 * @param nodes the nodes of the input that is integrated over
 * @param ends what stands between the points, the networks and the problem
 */
record SampleTables(
        Problem problem,
        Formulation formulation,
        Map<String, SampleTable> sets,
        List<String> valueSets,
        Map<String, double[]> parameters,
        Map<String, String> words,
        Nodes nodes,
        NetworkEnds ends) {

    /** The tables of trials that share one problem and all counts of points. */
    static SampleTables of(Problem problem, List<Trial> trials) {
        Map<String, SampleTable> sets = new LinkedHashMap<>();
        for (SampleSet set : problem.declaration().sampleSets()) {
            sets.put(set.name(), SampleTable.of(set, problem, trials));
        }
        Map<String, double[]> parameters = new TreeMap<>();
        for (Parameter parameter : problem.declaration().parameters()) {
            parameters.put(
                    parameter.name(),
                    Trial.numbers(trials, settings -> settings.number("problem." + parameter.name())));
        }
        Settings shared = trials.get(0).settings();
        Formulation formulation = problem.declaration().formulation(shared);
        return new SampleTables(
                problem,
                formulation,
                sets,
                ValueSets.apart(problem, formulation, shared),
                parameters,
                problem.declaration().words(shared),
                Nodes.of(problem.declaration(), trials),
                NetworkEnds.of(problem.declaration(), sets.values(), trials));
    }

    /** The number of trials. */
    int trials() {
        return ends.embeddings().values().iterator().next().size();
    }

    /** The number of points of a set in each trial. */
    int count(String set) {
        return table(set).count();
    }

    /** The tables of some of the trials. */
    SampleTables only(List<Integer> slots) {
        Map<String, SampleTable> some = new LinkedHashMap<>();
        sets.forEach((name, table) -> some.put(name, table.only(slots)));
        Map<String, double[]> theirs = new TreeMap<>();
        parameters.forEach((name, values) -> theirs.put(
                name, slots.stream().mapToDouble(slot -> values[slot]).toArray()));
        return new SampleTables(
                problem, formulation, some, valueSets, theirs, words, nodes.only(slots), ends.only(slots));
    }

    /** The same with other points of some sets. */
    SampleTables with(Map<String, SampleTable> others) {
        Map<String, SampleTable> all = new LinkedHashMap<>(sets);
        all.putAll(others);
        return new SampleTables(problem, formulation, all, valueSets, parameters, words, nodes, ends);
    }

    /** The sample sets that loss terms are taken on, each once; those of {@link #valueSets} carry no derivatives. */
    StackSamples ofSets(Tensors tensors) {
        Map<Directions, List<SampleTable>> groups = new LinkedHashMap<>();
        for (LossTerm term : formulation.lossTerms()) {
            String set = term.sampleSet();
            Directions directions = valueSets.contains(set)
                    ? new Directions(List.of(), 0)
                    : problem.declaration().directions();
            List<SampleTable> group = groups.computeIfAbsent(directions, key -> new ArrayList<>());
            if (!group.contains(table(set))) {
                group.add(table(set));
            }
        }
        return new StackSamples(
                this,
                groups.entrySet().stream()
                        .map(group -> new SampleGroup(group.getValue(), group.getKey()))
                        .toList(),
                tensors);
    }

    /** The points of every loss term, under the term's name: each residual has a point of its own. */
    StackSamples ofTerms(Tensors tensors) {
        List<SampleTable> tables = new ArrayList<>();
        for (LossTerm term : formulation.lossTerms()) {
            tables.add(table(term.sampleSet()).named(term.name()));
        }
        return samples(tables, tensors);
    }

    /** The set on which errors and solutions are taken. */
    StackSamples measured(Tensors tensors) {
        return samples(List.of(table(problem.declaration().measured())), tensors);
    }

    /** Points of one's own. */
    StackSamples at(List<Points> points, Tensors tensors) {
        return samples(List.of(SampleTable.at(points)), tensors);
    }

    private StackSamples samples(List<SampleTable> tables, Tensors tensors) {
        return new StackSamples(
                this, List.of(new SampleGroup(tables, problem.declaration().directions())), tensors);
    }

    private SampleTable table(String name) {
        SampleTable table = sets.get(name);
        if (table == null) {
            ProblemDeclaration declaration = problem.declaration();
            throw new IllegalArgumentException(
                    "a sample set of " + declaration.name() + " must be one of " + sets.keySet() + ", but got " + name);
        }
        return table;
    }
}
