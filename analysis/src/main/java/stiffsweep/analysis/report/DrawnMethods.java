package stiffsweep.analysis.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The methods of a problem that its figures show: as many as can be told apart, the same ones in each figure.
 *
 * @param findings what is known of their trials
 * @param sentence which of the methods they are; empty where they are all
 */
record DrawnMethods(Findings findings, String sentence) {

    /** As many as there are colours. */
    private static final int MOST = 8;

    /** All methods of a problem, or the best ones where the problem or the whole report has too many. */
    static DrawnMethods of(Findings all, String problem) {
        if (groups(all.trials()) <= MOST) {
            return new DrawnMethods(all, "");
        }
        List<ReportedTrial> trials = all.ofProblem(problem);
        Map<String, TrialGroup> methods = TrialGroup.by(trials, ReportedTrial::group);
        Quality quality = Quality.of(trials);
        Set<String> best = methods.entrySet().stream()
                .map(method -> Score.of(method.getKey(), method.getValue(), quality))
                .sorted()
                .limit(MOST)
                .map(Score::group)
                .collect(Collectors.toSet());
        Findings drawn = new Findings(
                trials.stream().filter(trial -> best.contains(trial.group())).toList(), all.fits());
        String x = trials.get(0).comparison().x().replace('_', ' ');
        return new DrawnMethods(
                drawn,
                methods.size() <= MOST
                        ? ""
                        : " " + MOST + " of " + methods.size()
                                + " methods are drawn and in the CSV: those with the lowest " + quality.word()
                                + (x.isEmpty() ? " (median)" : " (geometric mean of the medians over " + x + ")")
                                + ". The table of settings has them all.");
    }

    private static long groups(List<ReportedTrial> trials) {
        return trials.stream().map(ReportedTrial::group).distinct().count();
    }

    /**
     * How good a method is.
     *
     * @param group the method
     * @param unknown at how many values of x it has no median
     * @param logarithm the mean logarithm of its medians at the others
     */
    private record Score(String group, int unknown, double logarithm) implements Comparable<Score> {

        static Score of(String group, TrialGroup method, Quality quality) {
            double[] medians = TrialGroup.by(method.trials(), ReportedTrial::x).values().stream()
                    .mapToDouble(setting -> setting.median(quality::value))
                    .toArray();
            double[] known = Arrays.stream(medians)
                    .filter(median -> !Double.isNaN(median))
                    .toArray();
            double mean = Arrays.stream(known).map(Math::log).average().orElse(Double.POSITIVE_INFINITY);
            return new Score(group, medians.length - known.length, mean);
        }

        @Override
        public int compareTo(Score other) {
            return Comparator.comparingInt(Score::unknown)
                    .thenComparingDouble(Score::logarithm)
                    .thenComparing(Score::group)
                    .compare(this, other);
        }
    }
}
