package stiffsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stiffsweep.sweep.TrialId;

class ResultFolderTest {

    private static final TrialId FIRST = new TrialId("0123456789abcdef");
    private static final TrialId SECOND = new TrialId("fedcba9876543210");

    @Test
    void namesTheFilesOfAStackByItsTrialsAndNotByTheirOrder() {
        assertThat(ResultFolder.stackFile(List.of(FIRST, SECOND)))
                .isEqualTo(ResultFolder.stackFile(List.of(SECOND, FIRST)))
                .isNotEqualTo(ResultFolder.stackFile(List.of(FIRST)))
                .matches("s-[0-9a-f]{16}\\.parquet");
    }
}
