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

    Extreme {
        trials = List.copyOf(trials);
    }

    /** Lowest and highest x of a problem; one of them where it has a single x. */
    static List<Extreme> of(Findings findings, String problem) {
        List<ReportedTrial> trials = findings.ofProblem(problem);
        double[] x = trials.stream()
                .mapToDouble(ReportedTrial::x)
                .sorted()
                .distinct()
                .toArray();
        List<Extreme> extremes = new ArrayList<>();
        extremes.add(at(findings, problem, x[0], "lowest"));
        if (x.length > 1) {
            extremes.add(at(findings, problem, x[x.length - 1], "highest"));
        }
        return extremes;
    }

    private static Extreme at(Findings findings, String problem, double x, String end) {
        List<ReportedTrial> trials = findings.ofProblem(problem).stream()
                .filter(trial -> Double.compare(trial.x(), x) == 0)
                .toList();
        List<ReportedTrial> completed = trials.stream()
                .filter(trial -> trial.outcome().equals("COMPLETED"))
                .toList();
        String axis = trials.get(0).question().x();
        String title =
                axis.isEmpty() ? problem : problem + ", " + axis.replace('_', ' ') + " = " + NumberText.rounded(x, 4);
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
