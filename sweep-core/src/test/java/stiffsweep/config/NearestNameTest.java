package stiffsweep.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("network.width", "network.depth", "training.epochs");

    @Test
    void findsTheNameThatIsSpeltMostAlike() {
        assertThat(NearestName.suggestion("netwrok.dpeth", NAMES)).isEqualTo("; did you mean network.depth?");
    }

    @Test
    void findsAKeyThatStandsInTheWrongPlace() {
        assertThat(NearestName.suggestion("network.epochs", NAMES)).isEqualTo("; did you mean training.epochs?");
    }

    @Test
    void suggestsNothingWhereThereIsNothing() {
        assertThat(NearestName.suggestion("width", List.of())).isEmpty();
    }
}
