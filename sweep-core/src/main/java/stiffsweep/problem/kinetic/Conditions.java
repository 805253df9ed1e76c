package stiffsweep.problem.kinetic;

import java.io.Serializable;
import stiffsweep.declare.DeclarationBuilder;
import stiffsweep.formula.Residual;
import stiffsweep.formula.Samples;
import stiffsweep.jet.Dual;

/** What every formulation of transport asks of f at the ends and at t = 0. */
enum Conditions {

    /** What comes in at two walls is given. */
    OF_SLAB {
        @Override
        DeclarationBuilder addTo(DeclarationBuilder builder, Distribution f) {
            builder.condition("left", "left", 10, "f is what comes in from the left", at -> fromLeft(f, at))
                    .condition("right", "right", 10, "nothing comes in from the right", at -> fromRight(f, at));
            return initial(builder, f);
        }
    },

    /** Nothing: networks see x as periodic. */
    OF_CIRCLE {
        @Override
        DeclarationBuilder addTo(DeclarationBuilder builder, Distribution f) {
            return initial(builder, f);
        }
    };

    /** At half of the nodes nothing is asked; so means over all of them are those over what comes in. */
    private static final double SHARE = Math.sqrt(2);

    /** How a formulation makes f of its fields. */
    @FunctionalInterface
    interface Distribution extends Serializable {
        Dual at(Samples samples);
    }

    /** Adds the conditions to the formulation that was begun last. */
    abstract DeclarationBuilder addTo(DeclarationBuilder builder, Distribution f);

    private static DeclarationBuilder initial(DeclarationBuilder builder, Distribution f) {
        return builder.condition(
                "initial",
                "initial",
                10,
                "f has its values at t = 0",
                at -> Residual.of(f.at(at).minus(TransportConditions.of(at).initial(at))));
    }

    private static Residual fromLeft(Distribution f, Samples at) {
        Dual excess = f.at(at).minus(TransportConditions.of(at).fromLeft(at));
        return Residual.of(incoming(excess, at.input("v")));
    }

    private static Residual fromRight(Distribution f, Samples at) {
        return Residual.of(incoming(f.at(at), at.input("v").negate()));
    }

    /** The part that has positive velocities. */
    private static Dual incoming(Dual quantity, Dual velocity) {
        return Dual.where(velocity, quantity, quantity.times(0)).times(SHARE);
    }
}
