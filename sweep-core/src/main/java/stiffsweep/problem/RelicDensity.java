package stiffsweep.problem;

/**
 * What a freeze-out of {@link WimpEquation} means for a particle of 100 GeV, the mass for which a yield of e^-26.1586
 * is the observed density of dark matter (arXiv 2602.21988, eqs. 35 and 38).
 */
final class RelicDensity {

    static final String DENSITY = "omega_h2";
    static final String CROSS_SECTION = "sigma_v";

    /** The density of dark matter that is observed, in units of the critical one over h^2. */
    private static final double OBSERVED = 0.12;

    /** GeV. */
    private static final double MASS = 100;

    /** The Planck mass, not the reduced one, in GeV. */
    private static final double PLANCK_MASS = 1.2209e19;

    private RelicDensity() {}

    /** Omega h^2 of a frozen W. */
    static double of(double frozen) {
        return OBSERVED * Math.exp(frozen + WimpEquation.FROZEN);
    }

    /** The thermally averaged cross section times velocity of a strength C, in 1/GeV^2. */
    static double crossSection(double strength) {
        return Math.exp(strength) / (Math.sqrt(Math.PI * WimpEquation.PLASMA_FREEDOMS / 45) * MASS * PLANCK_MASS);
    }
}
