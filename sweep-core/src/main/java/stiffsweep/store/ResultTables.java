package stiffsweep.store;

import java.io.Serializable;
import java.util.List;
import stiffsweep.sweep.Sweep;

/**
 * What the three tables of a sweep's results are made of. It travels to executors; the sweep itself does not.
 *
 * @param trials writes the rows of {@code trials}, and knows their columns
 * @param curves the columns of {@code curves}
 * @param solutions the columns of {@code solutions}
 */
public record ResultTables(TrialRows trials, List<Column> curves, List<Column> solutions) implements Serializable {

    public ResultTables {
        curves = List.copyOf(curves);
        solutions = List.copyOf(solutions);
    }

    /** Those of a sweep. */
    public static ResultTables of(Sweep sweep) {
        return new ResultTables(new TrialRows(sweep), CurveColumns.of(sweep), SolutionColumns.of(sweep));
    }
}
