package stiffsweep.problem;

import stiffsweep.declare.Law;
import stiffsweep.declare.ProblemDeclaration;
import stiffsweep.declare.Settings;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/**
 * A string with two tones: {@code u_tt = 4 u_xx} (Rathore et al., Challenges in training PINNs: a loss landscape perspective,
 * 2024, arXiv 2402.01868).
 */
public final class Wave implements Problem {

    private static final String OVERTONE = "overtone";

    private static final ProblemDeclaration DECLARATION = ProblemDeclaration.of(
                    "wave",
                    "u_tt = 4 u_xx, u(0, x) = sin(pi x) + sin(beta pi x)/2, u_t(0, x) = 0, u(t, 0) = u(t, 1) = 0",
                    "arXiv 2402.01868, section 3")
            .parameter(
                    OVERTONE, 5, new Law.GreaterThan(0), "1", "The frequency beta of the second tone; a whole number.")
            .input("t", 0, 1, 2, "1")
            .input("x", 0, 1, 2, "1")
            .box("interior", 1000)
            .faceAtStart("initial", "t", 100)
            .faceAtStart("left", "x", 50)
            .faceAtEnd("right", "x", 50)
            .grid("measured", 101, 101)
            .measuredOn("measured")
            .equation("equation", "interior", 1, "the equation holds", Wave::equation)
            .condition("initial", "initial", 1, "u has its values at the start", Wave::initial)
            .condition(
                    "rest",
                    "initial",
                    1,
                    "the string starts at rest",
                    at -> Residual.of(at.y().along("t")))
            .condition(
                    "left", "left", 1, "u(t, 0) = 0", at -> Residual.of(at.y().value()))
            .condition(
                    "right", "right", 1, "u(t, 1) = 0", at -> Residual.of(at.y().value()))
            .fields("u")
            .build();

    @Override
    public ProblemDeclaration declaration() {
        return DECLARATION;
    }

    private static Residual equation(Samples at) {
        return Residual.of(at.y().secondAlong("t").minus(at.y().secondAlong("x").times(4)));
    }

    private static Residual initial(Samples at) {
        Dual phase = at.input("x").times(Math.PI);
        Dual overtone = phase.times(at.parameter(OVERTONE)).sin().times(0.5);
        return Residual.of(at.y().value().minus(phase.sin()).minus(overtone));
    }

    @Override
    public Truth truth(Settings parameters) {
        double overtone = parameters.number(OVERTONE) * Math.PI;
        return Truth.of(
                "t",
                "x",
                (t, x) -> Math.sin(Math.PI * x) * Math.cos(2 * Math.PI * t)
                        + Math.sin(overtone * x) * Math.cos(2 * overtone * t) / 2);
    }
}
