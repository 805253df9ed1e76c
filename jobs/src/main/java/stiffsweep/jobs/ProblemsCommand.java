package stiffsweep.jobs;

import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.ProblemDeclaration.SampleSet;
import stiffsweep.declare.Setting;
import stiffsweep.declare.Settings;
import stiffsweep.declare.SettingsSchema;
import stiffsweep.problem.Problems;

/** Lists the problems in lines that can be copied into a sweep file. */
@Command(name = "problems", description = "Lists the problems with their parameters, defaults and units.")
final class ProblemsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProblemJars jars;

    @Override
    public Integer call() {
        jars.open();
        OwnProblems.require(name -> true, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        Problems.declarations().forEach(problem -> print(problem, out));
        return ExitCode.OK;
    }

    private static void print(ProblemDeclaration problem, PrintWriter out) {
        out.printf("problem.kind = %s%n", problem.name());
        out.printf("  # %s%n", problem.equation());
        out.printf("  # Source: %s%n", problem.source());
        SettingsSchema schema = SettingsSchema.of(problem, new Settings(new TreeMap<>()));
        for (Setting setting : schema.settings()) {
            if (schema.defaults().values().containsKey(setting.path())) {
                out.println("  " + line(setting, schema.defaultOf(setting.path())));
            }
        }
        for (SampleSet samples : problem.sampleSets()) {
            if (samples instanceof SampleSet.StartOf start) {
                out.printf("  # The points %s are the first of points.%s.%n", start.name(), start.interval());
            }
            if (samples instanceof SampleSet.EndOf end) {
                out.printf("  # The points %s are the last of points.%s.%n", end.name(), end.interval());
            }
        }
        problem.results()
                .forEach(result -> out.printf("  # Result column %s: %s%n", result.column(), result.meaning()));
        out.printf("  # Fields of the solution: %s%n%n", String.join(", ", problem.solutionFields()));
    }

    private static String line(Setting setting, Object value) {
        String unit = setting.unit().isEmpty() || setting.unit().equals("1") ? "" : " [" + setting.unit() + "]";
        String rules = setting.rules().isEmpty() ? "" : " or " + String.join(" or ", setting.rules());
        return String.format(
                "%-48s # %s%s: %s%s",
                setting.path() + " = " + value, setting.law().sentence(), rules, setting.meaning(), unit);
    }
}
