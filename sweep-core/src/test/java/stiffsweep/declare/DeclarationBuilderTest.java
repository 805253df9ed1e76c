package stiffsweep.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stiffsweep.formula.Formula;

/** The first reader of these sentences is a user with a problem of their own. */
class DeclarationBuilderTest {

    @Test
    void measuresOnTheFirstSampleSetUnlessTold() {
        assertThat(valid().build().measured()).isEqualTo("residual");
        assertThat(valid().interval("test", "linear", 0, 1, 9, "x")
                        .measuredOn("test")
                        .build()
                        .measured())
                .isEqualTo("test");
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void refusesWhatNoSweepCouldBeReadWith(DeclarationBuilder faulty, String law, String got) {
        assertThatThrownBy(faulty::build)
                .hasMessageContaining(law)
                .hasMessageContaining(got)
                .hasMessageContaining("mine");
    }

    static List<Arguments> faulty() {
        return List.of(
                Arguments.of(ProblemDeclaration.of("mine", "y' = 0", "test"), "must have points", "[0, 0, 0]"),
                Arguments.of(valid().endOf("end", "middle"), "must be one of", "middle"),
                Arguments.of(valid().startOf("start", "residual").endOf("end", "start"), "of an interval", "start"),
                Arguments.of(
                        valid().condition("datum", "sky", 1, "it is met", Formula.truthOf("y")),
                        "must be one of",
                        "sky"),
                Arguments.of(valid().measuredOn("sky"), "must be one of", "sky"),
                Arguments.of(valid().fields("y"), "names of their own", "y"),
                Arguments.of(valid().fields("y/x"), "small letters", "y/x"),
                Arguments.of(valid().term("f", at -> at.field("y")).fields("z"), "must come first", "[y, f]"),
                Arguments.of(valid().result("end-value", "1", "Its end."), "underscores", "end-value"),
                Arguments.of(
                        valid().result("end", "1", "Its end.").result("end", "s", "Its time."),
                        "names of their own",
                        "end"),
                Arguments.of(
                        valid().equation("equation", "residual", 1, "it holds", Formula.truthOf("y")),
                        "names of their own",
                        "equation"),
                Arguments.of(valid().parameter("k_1", 1, new Law.Anything(), "1", "A rate."), "small letters", "k_1"),
                Arguments.of(
                        ProblemDeclaration.of("mine", "y' = 0", "test")
                                .interval("residual", "linear", 0, 1, 10, "x")
                                .equation("equation", "residual", 1, "it holds", Formula.truthOf("y"))
                                .coefficients("c")
                                .fields("y"),
                        "must come first",
                        "c"));
    }

    private static DeclarationBuilder valid() {
        return ProblemDeclaration.of("mine", "y' = 0", "test")
                .interval("residual", "linear", 0, 1, 10, "x")
                .equation("equation", "residual", 1, "the equation holds", Formula.truthOf("y"))
                .fields("y");
    }
}
