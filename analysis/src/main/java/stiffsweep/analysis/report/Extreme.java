package stiffsweep.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stiffsweep.analysis.NumberText;

/**
 * The trials of one problem at the lowest or highest x, where its training and its solutions are shown.
 *
 * @param problem the problem
 * @param name what it is called in a file's name
 * @param title the problem and x, for a title
 * @param trials the trials that completed, of methods that have a median there, by method and replicate
 * @param leftOut which trials and methods are left out, as a sentence that begins with a space; empty where none is
 */
record Extreme(String problem, String name, String title, List<ReportedTrial> trials, String leftOut) {

    private static final int DIGITS = 4;

    /** More methods than these are counted, not named. */
    private static final int MOST_NAMED = 4;

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
        Map<String, TrialGroup> methods = TrialGroup.by(trials, ReportedTrial::group);
        String axis = trials.get(0).comparison().x();
        String title = axis.isEmpty()
                ? problem
                : problem + ", " + axis.replace('_', ' ') + " = " + NumberText.rounded(x, digits);
        return new Extreme(
                problem,
                axis.isEmpty() ? problem : problem + "-" + end,
                title,
                methods.values().stream()
                        .filter(TrialGroup::hasMedian)
                        .flatMap(group -> group.completed().stream())
                        .toList(),
                leftOut(methods));
    }

    private static String leftOut(Map<String, TrialGroup> methods) {
        List<String> reasons = new ArrayList<>();
        methods.forEach((method, group) -> {
            if (!group.hasMedian()) {
                reasons.add(method + " " + group.withoutMedian() + " and is not drawn");
            } else if (!group.incomplete().isEmpty()) {
                reasons.add(method + " is drawn without " + group.incomplete());
            }
        });
        if (reasons.size() > MOST_NAMED) {
            long without = methods.values().stream()
                    .filter(group -> !group.hasMedian())
                    .count();
            return " Of " + methods.size() + " methods " + without
                    + " have no median here and are not drawn, and " + (reasons.size() - without)
                    + " are drawn without the trials that did not complete.";
        }
        return reasons.isEmpty() ? "" : " " + String.join("; ", reasons) + ".";
    }
}
