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
                        valid().comparedResult("end", "1", "Its end.", "limit"),
                        "compared with another",
                        "end with limit"),
                Arguments.of(
                        valid().result("end", "1", "Its end.").result("end", "s", "Its time."),
                        "names of their own",
                        "end"),
                Arguments.of(
                        valid().equation("equation", "residual", 1, "it holds", Formula.truthOf("y")),
                        "names of their own",
                        "equation"),
                Arguments.of(
                        valid().field("y", at -> at.function("y"))
                                .coefficients("z")
                                .field("z", at -> at.x()),
                        "names of their own",
                        "y"),
                Arguments.of(
                        valid().network("u", "x").term("f", at -> at.function("u")),
                        "must have a formula, or be one of the networks' functions [u]",
                        "y"),
                Arguments.of(valid().network("y", "t"), "must see some of the inputs [x]", "y of [t]"),
                Arguments.of(valid().network("y"), "must see some of the inputs [x]", "y of []"),
                Arguments.of(valid().network("y", "x").network("y", "x"), "names of their own", "y"),
                Arguments.of(valid().network("Y", List.of("x"), List.of("y")), "small letters", "Y"),
                Arguments.of(valid().formulation("direct").formulation("direct"), "names of their own", "direct"),
                Arguments.of(valid().input("x", "1", 3), "of order 0 to 2", "x with 3"),
                Arguments.of(valid().input("x", "1").input("t", 0, 1, 1, "s"), "must have a domain", "x without one"),
                Arguments.of(valid().box("inside", 10), "need one of each input", "the points inside without one"),
                Arguments.of(valid().faceAtStart("first", "x", 10), "need one of each input", "first"),
                Arguments.of(valid().grid("test", 10), "need one of each input", "test"),
                Arguments.of(plane().interval("line", "linear", 0, 1, 10, "t"), "one of the only input", "line"),
                Arguments.of(plane().faceAtEnd("last", "v", 10), "must be of the inputs [t, x]", "[v]"),
                Arguments.of(plane().grid("test", 10), "a count for each of the inputs [t, x]", "test with [10]"),
                Arguments.of(
                        plane().quadrature("w", 0, 1, 4, "1"),
                        "at most one input can be integrated over",
                        "[t, x, v, w]"),
                Arguments.of(plane().input("t", 0, 2, 1, "s"), "names of their own", "t"),
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

    @Test
    void refusesHardConditionsOfAFieldThatIsNotDeclaredBefore() {
        assertThatThrownBy(() -> valid().hard("z", at -> at.x()))
                .hasMessageContaining("declared before, one of [y]")
                .hasMessageContaining("mine has z");
        assertThatThrownBy(() -> valid().formulation("direct").hard("y", at -> at.x()))
                .hasMessageContaining("one of []")
                .hasMessageContaining("mine has y");
    }

    /** Over t and x, with v to be integrated over. */
    private static DeclarationBuilder plane() {
        return ProblemDeclaration.of("mine", "u_t = 0", "test")
                .input("t", 0, 1, 1, "s")
                .input("x", 0, 1, 0, "m")
                .quadrature("v", -1, 1, 4, "1")
                .box("interior", 10)
                .equation("equation", "interior", 1, "the equation holds", Formula.truthOf("u"))
                .fields("u");
    }

    private static DeclarationBuilder valid() {
        return ProblemDeclaration.of("mine", "y' = 0", "test")
                .interval("residual", "linear", 0, 1, 10, "x")
                .equation("equation", "residual", 1, "the equation holds", Formula.truthOf("y"))
                .fields("y");
    }
}
