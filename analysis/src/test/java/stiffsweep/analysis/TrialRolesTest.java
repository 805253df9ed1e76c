package stiffsweep.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.store.Column.Role;

/** That a report takes for methods what are settings, in files of any age. */
class TrialRolesTest {

    private static final String MADE = ", timestamptz '2026-11-21 10:00:00+00' as started_at";
    private static final String IN_ORDER =
            "'aa' as trial_id, 's' as sweep, 'decay' as problem, 1 as stiffness, 1 as checkpoint_every, 0 as replicate,"
                    + " 0.5 as error_mse, 0.5 as baseline_error_relative_max, 0.1 as w_start, 2.0 as jacobian_max";

    @TempDir
    Path folder;

    @Test
    void filesSayTheRolesOfTheirColumnsWhateverTheirOrder() {
        String roles = "IDENTITY=trial_id;SETTING=gamma;EXECUTION=pace;OWN_RESULT=alpha";
        String columns = "select 0.1 as alpha, 'aa' as trial_id, 's' as sweep, 2 as pace, 0 as replicate, 1 as gamma";
        SyntheticFolder.writeWithRoles(folder, "trials", "a.parquet", columns + MADE, roles);

        assertThat(columns(Role.SETTING)).containsExactly("gamma");
        assertThat(columns(Role.EXECUTION)).containsExactly("pace");
        assertThat(columns(Role.OWN_RESULT)).containsExactly("alpha");
    }

    @Test
    void eachFileSaysWhatTheOthersLack() {
        String roles = "IDENTITY=trial_id;PROVENANCE=started_at;SETTING=";
        for (String setting : new String[] {"first", "second", "third"}) {
            SyntheticFolder.writeWithRoles(
                    folder,
                    "trials",
                    setting + ".parquet",
                    "select '" + setting + "' as trial_id, 1 as " + setting + MADE,
                    roles + setting);
        }

        assertThat(columns(Role.SETTING)).containsExactly("first", "second", "third");
    }

    @Test
    void theOrderOfColumnsTellsRolesWhereNoFileDoes() {
        SyntheticFolder.write(folder, "trials", "a.parquet", "select " + IN_ORDER + MADE);

        assertThat(columns(Role.SETTING)).containsExactly("problem", "stiffness");
        assertThat(columns(Role.EXECUTION)).containsExactly("checkpoint_every");
        assertThat(columns(Role.OWN_RESULT)).containsExactly("w_start");
    }

    @Test
    void filesOfEveryAgeTellRolesTogether() {
        SyntheticFolder.write(folder, "trials", "a.parquet", "select " + IN_ORDER + MADE);
        SyntheticFolder.writeWithRoles(
                folder,
                "trials",
                "b.parquet",
                "select 'bb' as trial_id, 2 as viscosity, 1 as stiffness" + MADE,
                "SETTING=viscosity,stiffness;IDENTITY=trial_id;PROVENANCE=started_at");

        assertThat(columns(Role.SETTING)).containsExactly("problem", "stiffness", "viscosity");
        assertThat(columns(Role.EXECUTION)).containsExactly("checkpoint_every");
    }

    private SortedSet<String> columns(Role role) {
        try (Results results = Results.open(folder)) {
            return results.columns(role);
        }
    }
}
