package stiffsweep.reference.kinetic;

/**
 * What a gas with one velocity is in the mean at a place. The moments that are kept by collisions are the density rho, the
 * momentum rho u and the energy {@code rho (u^2 + T) / 2}.
 *
 * @param density rho
 * @param velocity u
 * @param temperature T
 */
public record Fluid(double density, double velocity, double temperature) {

    static Fluid of(double density, double momentum, double energy) {
        double velocity = momentum / density;
        return new Fluid(density, velocity, 2 * energy / density - velocity * velocity);
    }

    /** The Maxwellian {@code rho / sqrt(2 pi T) exp(-(v - u)^2 / (2 T))}. */
    public double maxwellian(double v) {
        double distance = v - velocity;
        return density / Math.sqrt(2 * Math.PI * temperature) * Math.exp(-distance * distance / (2 * temperature));
    }

    /** The momentum rho u. */
    public double momentum() {
        return density * velocity;
    }

    /** The energy {@code rho (u^2 + T) / 2}. */
    public double energy() {
        return density * (velocity * velocity + temperature) / 2;
    }
}
