package stiffsweep.problem.kinetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import stiffsweep.problem.KeptSolves;
import stiffsweep.problem.Truth;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.Quadrature;
import stiffsweep.reference.kinetic.BgkScheme;
import stiffsweep.sampling.Points;

/** Density, momentum and energy of a gas by discrete velocities, solved when they are first asked for. */
final class GasMoments implements Truth {

    private static final Quadrature VELOCITIES = Quadrature.legendre(-10, 10, 60);

    private static final int CELLS = 400;

    /** With which the scheme solves Euler's equations. */
    private static final double VANISHING = 1e-9;

    private static final Map<GasProfile, GasMoments> LIMITS = new EnumMap<>(GasProfile.class);

    private final GasProfile profile;
    private final double knudsen;
    private final KeptSolves<List<FieldOnLine>> solves = new KeptSolves<>(this::solve);

    GasMoments(GasProfile profile, double knudsen) {
        this.profile = profile;
        this.knudsen = knudsen;
    }

    /** Those of Euler's equations: one object a profile, for every trial asks for them. */
    static GasMoments limit(GasProfile profile) {
        synchronized (LIMITS) {
            return LIMITS.computeIfAbsent(profile, unknown -> new GasMoments(unknown, VANISHING));
        }
    }

    @Override
    public double[][] at(Points points) {
        double[] t = points.of("t");
        double[] x = points.of("x");
        List<double[]> fields = new ArrayList<>();
        for (FieldOnLine moment : solves.until(Arrays.stream(t).max().orElseThrow())) {
            double[] values = new double[t.length];
            Arrays.setAll(values, i -> moment.at(t[i], x[i]));
            fields.add(values);
        }
        return fields.toArray(double[][]::new);
    }

    private List<FieldOnLine> solve(double end) {
        return new BgkScheme(
                        knudsen,
                        -BoltzmannBgk.HALF_LENGTH,
                        BoltzmannBgk.HALF_LENGTH,
                        profile::initial,
                        VELOCITIES,
                        CELLS)
                .momentsUntil(end);
    }
}
