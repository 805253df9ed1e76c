package stiffsweep.analysis.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stiffsweep.analysis.AnalysisException;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.Table;
import stiffsweep.stats.Bootstrap;
import stiffsweep.stats.Interval;
import stiffsweep.stats.KaplanMeier;
import stiffsweep.stats.KaplanMeier.Span;

/**
 * How often each method is within some factor of the fastest one, over all tasks.
 *
 * <p>E. D. Dolan and J. J. More, "Benchmarking optimization software with performance profiles", Mathematical Programming 91
 * (2002) 201. A method is what some columns hold, a task all other settings that vary where every method was run, and the cost the median time to reach a
 * number. A task that no method reaches counts against all. Each resample has every task, with replicates drawn anew.
 */
public final class PerformanceProfile {

    private static final List<Double> FACTORS = List.of(1.0, 1.5, 2.0, 5.0, 10.0, 100.0);

    private final List<String> methods = new ArrayList<>();

    /** The time of each method, in each task, with each replicate; null where there is no such trial. */
    private final List<List<Map<Long, Span>>> spans = new ArrayList<>();

    private final long[] replicates;

    private final int leftOut;

    private PerformanceProfile(AskedTrials asked, List<String> on, ReachTimes times) {
        Map<List<@Nullable Object>, List<AskedTrial>> all = AskedTrials.by(asked.trials(), AskedTrial::setting);
        long each = asked.byGroup().size();
        List<List<@Nullable Object>> tasks = all.keySet().stream()
                .filter(task -> all.getOrDefault(task, List.of()).stream()
                                .map(AskedTrial::group)
                                .distinct()
                                .count()
                        == each)
                .toList();
        leftOut = all.size() - tasks.size();
        if (tasks.isEmpty()) {
            throw new AnalysisException("a profile needs tasks that each of the " + each
                    + " methods was run at, but got none of " + all.size() + ": name what moves with "
                    + String.join(", ", on) + " too");
        }
        asked.byGroup().forEach((method, trials) -> {
            methods.add(Words.setting(on, method));
            Map<List<@Nullable Object>, List<AskedTrial>> byTask = AskedTrials.by(trials, AskedTrial::setting);
            List<Map<Long, Span>> ofMethod = new ArrayList<>();
            tasks.forEach(task -> {
                Map<Long, Span> ofTask = new HashMap<>();
                byTask.getOrDefault(task, List.of())
                        .forEach(trial -> ofTask.put(trial.replicate(), times.seconds(trial)));
                ofMethod.add(ofTask);
            });
            spans.add(ofMethod);
        });
        replicates = asked.trials().stream()
                .mapToLong(AskedTrial::replicate)
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * The profile of each method.
     *
     * @param on the columns that hold the methods
     * @param reach what the metric has to fall to
     * @throws AnalysisException where a column is unknown, or the metric is none of {@code curves}
     */
    public static Answer of(Results results, List<String> on, Question question, double reach) {
        Set<String> settings = AskedTrials.varying(results);
        on.forEach(settings::remove);
        Question ofMethods = new Question(question.metric(), on, question.where());
        AskedTrials asked = AskedTrials.of(results, ofMethods, settings);
        return new PerformanceProfile(asked, on, ReachTimes.of(results, question.metric(), reach))
                .answer(question.metric() + " <= " + Words.number(reach));
    }

    private Answer answer(String goal) {
        int[] once = IntStream.range(0, replicates.length).toArray();
        List<String> sentences = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            int method = i;
            for (double factor : FACTORS) {
                double share = share(method, factor, once);
                Interval interval =
                        Bootstrap.STANDARD.interval(replicates.length, drawn -> share(method, factor, drawn));
                List<@Nullable Object> row = new ArrayList<>(List.of(methods.get(method), factor, share));
                row.addAll(Words.cells(interval));
                rows.add(row);
            }
            double fastest = share(method, 1, once);
            double ever = share(method, Double.MAX_VALUE, once);
            sentences.add(methods.get(method) + " is the fastest to " + goal + " in " + Math.round(100 * fastest)
                    + " % of " + Words.count(tasks(), "task") + ", and reaches it at all in " + Math.round(100 * ever)
                    + " %.");
        }
        if (leftOut > 0) {
            sentences.add(Words.count(leftOut, "task") + " that not every method was run at: left out.");
        }
        return new Answer(
                sentences,
                new Table(List.of("method", "within_factor", "share", "lower", "upper", "interval"), rows, 2));
    }

    private int tasks() {
        return spans.get(0).size();
    }

    /** The share of the tasks in which the median time of a method is within a factor of the least one. */
    private double share(int method, double factor, int[] drawn) {
        long within = IntStream.range(0, tasks())
                .filter(task -> {
                    double[] medians = spans.stream()
                            .mapToDouble(ofMethod -> median(ofMethod.get(task), drawn))
                            .toArray();
                    double least = Arrays.stream(medians).min().orElse(Double.POSITIVE_INFINITY);
                    return Double.isFinite(medians[method]) && medians[method] <= factor * least;
                })
                .count();
        return (double) within / tasks();
    }

    /** Infinite where there is no trial, or half of them are not known to reach it. */
    private double median(Map<Long, Span> ofTask, int[] drawn) {
        List<Span> some = new ArrayList<>();
        for (int at : drawn) {
            Span span = ofTask.get(replicates[at]);
            if (span != null) {
                some.add(span);
            }
        }
        return some.isEmpty() ? Double.POSITIVE_INFINITY : KaplanMeier.median(some);
    }
}
