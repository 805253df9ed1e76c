package stiffsweep.analysis.report;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stiffsweep.analysis.ColumnNames;
import stiffsweep.analysis.FittedGroup;
import stiffsweep.analysis.Observation;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SettingColumn;
import stiffsweep.analysis.figure.FigureAxis;
import stiffsweep.sweep.ReportPolicy;

/**
 * The trials of a report, and what follows from them.
 *
 * @param trials all trials, by problem, method, x and replicate
 * @param fits the power law of the largest Hessian eigenvalue in x, by problem and method
 * @param policy what the report is asked to show
 */
record Findings(List<ReportedTrial> trials, List<FittedGroup> fits, ReportPolicy policy) {

    /** Values of x that differ by less than this factor are told apart better on a linear axis. */
    private static final double LOGARITHMIC_FROM = 10;

    Findings {
        trials = List.copyOf(trials);
        fits = List.copyOf(fits);
    }

    /**
     * What a report shows of results.
     *
     * @throws AnalysisException where the policy names a column that trials do not have
     */
    static Findings of(Results results, ReportPolicy policy) {
        Set<String> columns = results.columns("trials").keySet();
        Stream.concat(Stream.of(policy.x()), policy.facet().stream())
                .filter(name -> !name.isEmpty())
                .forEach(name -> ColumnNames.require(name, columns));
        List<ReportedTrial> trials = Comparison.trials(results, policy);
        List<FittedGroup> fits = methods(trials).stream().map(Findings::fit).toList();
        return new Findings(trials, fits, policy);
    }

    /** What is known of some of the trials. */
    Findings only(Predicate<ReportedTrial> some) {
        return new Findings(trials.stream().filter(some).toList(), fits, policy);
    }

    List<String> problems() {
        return trials.stream().map(ReportedTrial::problem).distinct().sorted().toList();
    }

    /** The trials of each problem and method. */
    List<TrialGroup> methods() {
        return methods(trials);
    }

    FittedGroup fit(String problem, String group) {
        List<String> key = List.of(problem, group);
        return fits.stream().filter(fit -> fit.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<TrialGroup> methods(List<ReportedTrial> trials) {
        return List.copyOf(TrialGroup.by(trials, trial -> List.of(trial.problem(), trial.group()))
                .values());
    }

    private static FittedGroup fit(TrialGroup method) {
        List<Observation> observations = method.trials().stream()
                .map(trial -> new Observation(trial.x(), trial.hessianLambdaMax(), trial.replicate(), trial.outcome()))
                .toList();
        return FittedGroup.of(List.of(method.first().problem(), method.first().group()), observations);
    }

    List<ReportedTrial> ofProblem(String problem) {
        return trials.stream().filter(trial -> trial.problem().equals(problem)).toList();
    }

    /** Whether anything varies that a problem's trials can be shown against. */
    boolean hasAbscissa(String problem) {
        return !ofProblem(problem).get(0).comparison().x().isEmpty();
    }

    /** The axis of a problem's abscissa, as fits the trials' values. */
    FigureAxis xAxis(String problem) {
        List<ReportedTrial> shown = ofProblem(problem);
        double least = shown.stream().mapToDouble(ReportedTrial::x).min().orElse(1);
        double most = shown.stream().mapToDouble(ReportedTrial::x).max().orElse(1);
        boolean decades = least > 0 && most >= LOGARITHMIC_FROM * least;
        Comparison comparison = shown.get(0).comparison();
        String column = comparison.x();
        String label = Stream.concat(
                        Stream.of(column), comparison.followers().stream().map(SettingColumn::name))
                .map(setting -> Declared.setting(problem, setting))
                .collect(Collectors.joining(", and with it "));
        return new FigureAxis(column, label, decades ? FigureAxis.Scale.LOGARITHMIC : FigureAxis.Scale.LINEAR);
    }
}
