package stiffsweep.problem.kinetic;

import java.util.Arrays;
import stiffsweep.problem.KeptSolves;
import stiffsweep.problem.Truth;
import stiffsweep.reference.FieldOnLine;
import stiffsweep.reference.Quadrature;
import stiffsweep.reference.kinetic.MicroMacroScheme;
import stiffsweep.reference.kinetic.SplitScheme;
import stiffsweep.sampling.Points;

/** The density of linear transport by discrete velocities, solved when it is first asked for. */
final class TransportDensity implements Truth {

    private static final Quadrature VELOCITIES = Quadrature.legendreByHalves(-1, 1, 8);

    private static final int CELLS = 400;

    private final TransportConditions data;
    private final double knudsen;
    private final double scattering;
    private final KeptSolves<FieldOnLine> solves = new KeptSolves<>(this::solve);

    TransportDensity(TransportConditions data, double knudsen, double scattering) {
        this.data = data;
        this.knudsen = knudsen;
        this.scattering = scattering;
    }

    @Override
    public double[][] at(Points points) {
        double[] t = points.of("t");
        double[] x = points.of("x");
        FieldOnLine density = solves.until(Arrays.stream(t).max().orElseThrow());
        double[] values = new double[t.length];
        Arrays.setAll(values, i -> density.at(t[i], x[i]));
        return new double[][] {values};
    }

    private FieldOnLine solve(double end) {
        boolean isSplit = data.splitAbove() < knudsen / scattering;
        return isSplit
                ? new SplitScheme(knudsen, scattering, data.inflow().left(), VELOCITIES, CELLS).densityUntil(end)
                : new MicroMacroScheme(data.slab(knudsen, scattering), VELOCITIES, CELLS).densityUntil(end);
    }
}
