package stiffsweep.analysis.answer;

import java.nio.file.Path;
import stiffsweep.analysis.Results;
import stiffsweep.analysis.SyntheticFolder;

/** Result folders of trials whose settings and errors a query gives. */
final class AnswerFolder {

    private AnswerFolder() {}

    /**
     * The results of trials.
     *
     * @param rows a query that gives settings, {@code replicate}, and {@code error_mse}: not a number where the trial diverged
     */
    static Results of(Path folder, String rows) {
        return of(folder, rows, "error_mse");
    }

    /**
     * The results of trials.
     *
     * @param measures the columns of the query that are no settings, but for {@code replicate}
     */
    static Results of(Path folder, String rows, String measures) {
        SyntheticFolder.write(folder, "trials", "all.parquet", """
                select lpad((row_number() over ())::varchar, 6, '0') as trial_id, 's' as sweep, 'linear-decay' as problem,
                    * exclude (replicate, %2$s), replicate::bigint as replicate,
                    if(isnan(error_mse::double), 'DIVERGED', 'COMPLETED') as outcome, %2$s,
                    timestamptz '2026-11-29 10:00:00+00' as started_at
                from (select * replace (error_mse::double as error_mse) from (%1$s))
                """.formatted(rows, measures));
        return Results.open(folder);
    }
}
