package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import stiffsweep.analysis.NumberText;

/**
 * The trials of one problem at the lowest or highest x, where its training and its solutions are shown.
 *
 * @param problem the problem
 * @param name what it is called in a file's name
 * @param title the problem and x, for a title
 * @param trials the trials that completed, by method and replicate
 * @param incomplete how many others there are: what they came to is no measurement
 */
record Extreme(String problem, String name, String title, List<ReportedTrial> trials, int incomplete) {

    private static final int DIGITS = 4;

    Extreme {
        trials = List.copyOf(trials);
    }

    /** Lowest and highest x of a problem; one of them where it has a single x. */
    static List<Extreme> of(Findings findings, String problem) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        List<Double> x =
                trials.stream().map(ReportedTrial::x).sorted().distinct().toList();
        int digits = NumberText.digits(x, DIGITS);
        List<Extreme> extremes = new ArrayList<>();
        extremes.add(at(findings, problem, x.get(0), digits, "lowest"));
        if (x.size() > 1) {
            extremes.add(at(findings, problem, x.get(x.size() - 1), digits, "highest"));
        }
        return extremes;
    }

    private static Extreme at(Findings findings, String problem, double x, int digits, String end) {
        List<ReportedTrial> trials = findings.ofProblem(problem).stream()
                .filter(trial -> Double.compare(trial.x(), x) == 0)
                .toList();
        List<ReportedTrial> completed = new Cell(trials).completed();
        String axis = trials.get(0).question().x();
        String title = axis.isEmpty()
                ? problem
                : problem + ", " + axis.replace('_', ' ') + " = " + NumberText.rounded(x, digits);
        return new Extreme(
                problem,
                axis.isEmpty() ? problem : problem + "-" + end,
                title,
                completed,
                trials.size() - completed.size());
    }

    /** How many trials are not shown, as a sentence; empty where all are. */
    String leftOut() {
        return incomplete == 0
                ? ""
                : " Of " + (trials.size() + incomplete) + " trials " + incomplete
                        + " did not complete and are left out.";
    }
}
