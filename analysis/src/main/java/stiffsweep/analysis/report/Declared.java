package stiffsweep.analysis.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stiffsweep.analysis.NumberText;
import stiffsweep.declare.CommonSettings;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.Input;
import stiffsweep.declare.ProblemDeclaration.Parameter;
import stiffsweep.declare.ProblemDeclaration.Result;
import stiffsweep.declare.Setting;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.problem.Problems;
import stiffsweep.problem.UnusableProblemException;

/**
 * What problems say of themselves: those that are built in, and those of the jars that were given. A folder may hold the
 * results of others, of which nothing is known but the names of their columns.
 */
final class Declared {

    /** The column of {@code solutions} that holds the input. */
    private static final String INPUT = "x";

    private static final int DIGITS = 4;

    private Declared() {}

    /** What is written along the axis of the input of a problem with a single one. */
    static String input(String problem) {
        return declaration(problem)
                .map(known -> known.inputs().get(0))
                .map(known -> withUnit(known.name(), known.unit()))
                .orElse(INPUT);
    }

    /** What is written along the axis of one of several inputs, given by its column. */
    static String input(String problem, String column) {
        return withUnit(column, unit(problem, column));
    }

    /** A place along one of several inputs: {@code t = 0.25 s}. */
    static String place(String problem, String column, double value) {
        String unit = unit(problem, column);
        return column + " = " + NumberText.rounded(value, DIGITS) + (isNone(unit) ? "" : " " + unit);
    }

    private static String unit(String problem, String column) {
        return declaration(problem).stream()
                .flatMap(known -> known.inputs().stream())
                .filter(input -> SettingsSchema.column(input.name()).equals(column))
                .map(Input::unit)
                .findFirst()
                .orElse("1");
    }

    /** What is written along the axis of a setting: the words of its column, and its unit. */
    static String setting(String problem, String column) {
        Stream<String> own = declaration(problem).stream()
                .flatMap(known -> known.parameters().stream())
                .filter(parameter -> SettingsSchema.column(parameter.name()).equals(column))
                .map(Parameter::unit);
        Stream<String> common = CommonSettings.all().stream()
                .filter(setting -> setting.column().equals(column))
                .map(Setting::unit);
        return withUnit(
                column.replace('_', ' '), Stream.concat(own, common).findFirst().orElse("1"));
    }

    /** Whether a setting is a parameter of the problem itself: a different value is a different problem, and no better one. */
    static boolean isParameter(String problem, String column) {
        return declaration(problem).stream()
                .flatMap(known -> known.parameters().stream())
                .anyMatch(parameter -> SettingsSchema.column(parameter.name()).equals(column));
    }

    /** The results that a problem compares with the conventional method's. */
    static List<Result> comparedResults(String problem) {
        return declaration(problem).stream()
                .flatMap(known -> known.results().stream())
                .filter(result -> result.baseline() != null)
                .toList();
    }

    /** The results of a problem that estimate a number. */
    static List<Result> estimates(String problem) {
        return declaration(problem).stream()
                .flatMap(known -> known.results().stream())
                .filter(result -> result.error() != null)
                .toList();
    }

    /** Whether a setting is the weight of one of the loss terms of a problem. */
    static boolean isLossWeight(String problem, String column) {
        return declaration(problem).stream()
                .flatMap(known -> known.formulations().stream())
                .flatMap(formulation -> formulation.lossTerms().stream())
                .anyMatch(term -> SettingsSchema.weightColumn(term.name()).equals(column));
    }

    /** Where a problem is from, as far as it is known. */
    static Optional<String> source(String problem) {
        return declaration(problem).map(ProblemDeclaration::source);
    }

    private static String withUnit(String name, String unit) {
        return isNone(unit) ? name : name + " (" + unit + ")";
    }

    private static boolean isNone(String unit) {
        return List.of("", "1").contains(unit);
    }

    private static Optional<ProblemDeclaration> declaration(String problem) {
        try {
            return Problems.declarations().stream()
                    .filter(known -> known.name().equals(problem))
                    .findFirst();
        } catch (UnusableProblemException e) {
            // A jar that is broken is no reason to show no results.
            return Optional.empty();
        }
    }
}
