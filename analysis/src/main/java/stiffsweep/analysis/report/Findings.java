package stiffsweep.analysis.report;

import java.util.List;
import java.util.TreeSet;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.figure.Axis;

/**
 * The trials of a report, and the question that orders them.
 *
 * @param question the question
 * @param trials all trials, by problem, method, x and replicate
 */
record Findings(Question question, List<ReportedTrial> trials) {

    /** Values of x that differ by less than this factor are told apart better on a linear axis. */
    private static final double LOGARITHMIC_FROM = 10;

    Findings {
        trials = List.copyOf(trials);
    }

    static Findings of(Results results) {
        Question question = Question.of(results);
        return new Findings(question, question.trials(results));
    }

    List<String> problems() {
        return trials.stream().map(ReportedTrial::problem).distinct().sorted().toList();
    }

    /** The colour of a method: the same in every figure. */
    int colour(String group) {
        return List.copyOf(
                        new TreeSet<>(trials.stream().map(ReportedTrial::group).toList()))
                .indexOf(group);
    }

    List<ReportedTrial> ofProblem(String problem) {
        return trials.stream().filter(trial -> trial.problem().equals(problem)).toList();
    }

    /** The axis of the question's abscissa, as fits the trials' values. */
    Axis xAxis() {
        double least = trials.stream().mapToDouble(ReportedTrial::x).min().orElse(1);
        double most = trials.stream().mapToDouble(ReportedTrial::x).max().orElse(1);
        boolean decades = least > 0 && most >= LOGARITHMIC_FROM * least;
        String label = question.x().replace('_', ' ');
        return new Axis(question.x(), label, decades ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR);
    }
}
