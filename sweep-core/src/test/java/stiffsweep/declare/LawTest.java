package stiffsweep.declare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LawTest {

    @Test
    void greaterThanExcludesItsBound() {
        Law positive = new Law.GreaterThan(0);

        assertThat(positive.holds(Double.MIN_VALUE)).isTrue();
        assertThat(positive.holds(0.0)).isFalse();
        assertThat(positive.sentence()).isEqualTo("positive");
        assertThat(new Law.GreaterThan(2.5).sentence()).isEqualTo("greater than 2.5");
    }

    @Test
    void atLeastIncludesItsBound() {
        Law two = new Law.AtLeast(2);

        assertThat(two.holds(2L)).isTrue();
        assertThat(two.holds(1L)).isFalse();
        assertThat(two.sentence()).isEqualTo("2 or more");
        assertThat(new Law.AtLeast(0.5).sentence()).isEqualTo("0.5 or more");
        assertThat(new Law.AtLeast(0).sentence()).isEqualTo("zero or positive");
    }

    @Test
    void noLawHoldsForANumberThatIsNotFinite() {
        for (Law law : List.of(new Law.Anything(), new Law.GreaterThan(0), new Law.AtLeast(0))) {
            assertThat(law.holds(Double.NaN)).as("%s of NaN", law).isFalse();
            assertThat(law.holds(Double.POSITIVE_INFINITY))
                    .as("%s of infinity", law)
                    .isFalse();
        }
    }

    @Test
    void oneOfListsTheValidWords() {
        Law law = new Law.OneOf(List.of("plain", "jacobian"));

        assertThat(law.holds("plain")).isTrue();
        assertThat(law.holds("none")).isFalse();
        assertThat(law.sentence()).isEqualTo("one of plain, jacobian");
    }

    @Test
    void widthsAreAWordOrPositiveWholeNumbersWithHyphens() {
        Law law = new Law.Widths("equal");

        assertThat(List.of("equal", "7", "1-4-4-4-50")).allMatch(law::holds);
        assertThat(List.of("", "-4", "4-", "4--4", "4-0", "04", "4 - 4", "1.5", "equals", "99999999"))
                .noneMatch(law::holds);
    }
}
