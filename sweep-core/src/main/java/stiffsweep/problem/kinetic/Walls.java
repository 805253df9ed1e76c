package stiffsweep.problem.kinetic;

import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** What every formulation of transport asks of f at the walls and at t = 0. */
final class Walls {

    /** At half of the nodes nothing is asked; so means over all of them are those over what comes in. */
    private static final double SHARE = Math.sqrt(2);

    private Walls() {}

    /** How a formulation makes f of its fields. */
    @FunctionalInterface
    interface Distribution extends java.io.Serializable {
        Dual at(Samples samples);
    }

    static DeclarationBuilder addTo(DeclarationBuilder builder, Distribution f) {
        return builder.condition(
                        "left",
                        "left",
                        10,
                        "f is what comes in from the left",
                        at -> Residual.of(
                                incoming(f.at(at).minus(TransportData.of(at).fromLeft(at)), at.input("v"))))
                .condition(
                        "right",
                        "right",
                        10,
                        "nothing comes in from the right",
                        at -> Residual.of(incoming(f.at(at), at.input("v").negate())))
                .condition(
                        "initial",
                        "initial",
                        10,
                        "f has its values at t = 0",
                        at -> Residual.of(f.at(at).minus(TransportData.of(at).initial(at))));
    }

    /** The part that has positive velocities. */
    private static Dual incoming(Dual quantity, Dual velocity) {
        return Dual.where(velocity, quantity, quantity.times(0)).times(SHARE);
    }
}
