package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DesignTest {

    private static final Axis A = new Axis.Values("a", List.of(1, 2));
    private static final Axis B = new Axis.Values("b", List.of("x", "y"));

    @Test
    void gridCombinesEveryValueAndTheLastAxisVariesFastest() {
        assertThat(texts(new Design.Grid(List.of(A, B))))
                .containsExactly("{a=1, b=x}", "{a=1, b=y}", "{a=2, b=x}", "{a=2, b=y}");
    }

    @Test
    void gridOfNoAxesIsTheOnePointThatVariesNothing() {
        assertThat(new Design.Grid(List.of()).points()).containsExactly(Point.origin());
    }

    @Test
    void zipPairsItsAxes() {
        assertThat(texts(new Design.Zip(List.of(A, B)))).containsExactly("{a=1, b=x}", "{a=2, b=y}");
    }

    @Test
    void refusesAZipOfUnequalAxes() {
        Axis three = new Axis.Values("c", List.of(1, 2, 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Design.Zip(List.of(A, three)))
                .withMessageContaining("a has 2 values and c has 3");
    }

    @Test
    void productMultipliesItsFactorsAndTheLastVariesFastest() {
        Design zip = new Design.Zip(
                List.of(new Axis.Values("c", List.of(10, 20)), new Axis.Values("d", List.of(true, false))));

        assertThat(texts(new Design.Product(List.of(new Design.Grid(List.of(A)), zip))))
                .containsExactly(
                        "{a=1, c=10, d=true}", "{a=1, c=20, d=false}", "{a=2, c=10, d=true}", "{a=2, c=20, d=false}");
    }

    @Test
    void unionListsOnePartAfterTheOtherAndEachPointOnce() {
        Design left = new Design.Grid(List.of(A));
        Design right = new Design.Grid(List.of(new Axis.Values("a", List.of(2, 3))));

        assertThat(texts(new Design.Union(List.of(left, right)))).containsExactly("{a=1}", "{a=2}", "{a=3}");
    }

    @Test
    void gridListsARepeatedValueTwice() {
        assertThat(new Design.Grid(List.of(new Axis.Values("a", List.of(1, 1)))).points())
                .hasSize(2);
    }

    private static List<String> texts(Design design) {
        return design.points().stream().map(point -> point.values().toString()).toList();
    }
}
