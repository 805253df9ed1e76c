package stiffsweep.jobs;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import stiffsweep.problem.FormulaCheck;
import stiffsweep.problem.Problem;
import stiffsweep.problem.Problems;
import stiffsweep.tensor.UnusableEngineException;

/** What is wrong with the problems of jars, said before any trial. */
final class OwnProblems {

    private OwnProblems() {}

    /**
     * Checks the formulas of problems that are not built in.
     *
     * @param which the problems by name
     * @param err where warnings go
     * @throws Refusal with all faults, where there are some
     */
    static void require(Predicate<String> which, PrintWriter err) {
        List<String> faults = new ArrayList<>();
        try {
            for (Problem problem : Problems.own()) {
                if (which.test(problem.declaration().name())) {
                    FormulaCheck.Findings findings = FormulaCheck.of(problem);
                    findings.warnings().forEach(warning -> err.println("warning: " + warning));
                    faults.addAll(findings.faults());
                }
            }
        } catch (UnusableEngineException e) {
            // Declarations can be read and trials planned without it; a run says why it cannot train.
            err.println(
                    "warning: the formulas of the jars' problems are not checked, for the engine does not start here");
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(String.join(System.lineSeparator(), faults));
        }
    }
}
