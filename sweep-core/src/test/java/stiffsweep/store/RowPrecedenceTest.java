package stiffsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowPrecedenceTest {

    @Test
    void theRowThatWasStartedLastCountsAndOfEqualsThatOfTheLastFile() {
        RowPrecedence counts = new RowPrecedence(2, "b");
        assertThat(Collections.max(List.of(new RowPrecedence(1, "z"), counts, new RowPrecedence(2, "a"))))
                .isEqualTo(counts);
    }
}
