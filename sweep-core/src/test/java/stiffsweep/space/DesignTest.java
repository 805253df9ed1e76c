package stiffsweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DesignTest {

    private static final ListedAxis A = new ListedAxis.Values("a", List.of(1, 2));
    private static final ListedAxis B = new ListedAxis.Values("b", List.of("x", "y"));

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
        ListedAxis three = new ListedAxis.Values("c", List.of(1, 2, 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Design.Zip(List.of(A, three)))
                .withMessageContaining("a has 2 values and c has 3");
    }

    @Test
    void productMultipliesItsFactorsAndTheLastVariesFastest() {
        Design zip = new Design.Zip(
                List.of(new ListedAxis.Values("c", List.of(10, 20)), new ListedAxis.Values("d", List.of(true, false))));

        assertThat(texts(new Design.Product(List.of(new Design.Grid(List.of(A)), zip))))
                .containsExactly(
                        "{a=1, c=10, d=true}", "{a=1, c=20, d=false}", "{a=2, c=10, d=true}", "{a=2, c=20, d=false}");
    }

    @Test
    void unionListsOnePartAfterTheOtherAndEachPointOnce() {
        Design left = new Design.Grid(List.of(A));
        Design right = new Design.Grid(List.of(new ListedAxis.Values("a", List.of(2, 3))));

        assertThat(texts(new Design.Union(List.of(left, right)))).containsExactly("{a=1}", "{a=2}", "{a=3}");
    }

    @Test
    void gridListsARepeatedValueTwice() {
        assertThat(new Design.Grid(List.of(new ListedAxis.Values("a", List.of(1, 1)))).points())
                .hasSize(2);
    }

    @Test
    void aDrawnDesignThatGrowsKeepsItsPoints() {
        for (Sequence sequence : Sequence.values()) {
            List<Point> grown = drawn(sequence, 20, 3).points();

            assertThat(grown).hasSize(20).doesNotHaveDuplicates();
            assertThat(drawn(sequence, 7, 3).points()).isEqualTo(grown.subList(0, 7));
            assertThat(drawn(sequence, 20, 4).points()).doesNotContainAnyElementsOf(grown);
        }
    }

    @Test
    void drawsListedValuesEquallyOften() {
        Design design = new Design.Drawn(Sequence.LATIN_HYPERCUBE, List.of(A, B), 64, 1);

        assertThat(texts(design)).filteredOn(text -> text.contains("a=2")).hasSize(32);
        assertThat(texts(design)).filteredOn(text -> text.contains("b=x")).hasSize(32);
    }

    @Test
    void anotherAxisLeavesTheOthersOfARandomDesignAsTheyAre() {
        Axis first = new IntervalAxis.Uniform("c", 0, 1);
        Axis second = new IntervalAxis.Uniform("b", 0, 1);
        List<Point> one = new Design.Drawn(Sequence.RANDOM, List.of(first), 5, 9).points();
        List<Point> two = new Design.Drawn(Sequence.RANDOM, List.of(second, first), 5, 9).points();

        for (int i = 0; i < 5; i++) {
            assertThat(two.get(i).values()).containsAllEntriesOf(one.get(i).values());
            assertThat(two.get(i).values().get("b"))
                    .isNotEqualTo(one.get(i).values().get("c"));
        }
    }

    @Test
    void refusesToDrawNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Design.Drawn(Sequence.SOBOL, List.of(A), 0, 1))
                .withMessage("count must be 1 or more and at most 100000, but got 0");
    }

    private static Design drawn(Sequence sequence, int count, long seed) {
        return new Design.Drawn(
                sequence,
                List.of(new IntervalAxis.Uniform("a", 0, 1), new IntervalAxis.LogUniform("b", 1e-5, 1)),
                count,
                seed);
    }

    private static List<String> texts(Design design) {
        return design.points().stream().map(point -> point.values().toString()).toList();
    }
}
