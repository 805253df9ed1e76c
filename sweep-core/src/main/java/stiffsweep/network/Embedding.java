package stiffsweep.network;

import java.util.List;
import stiffsweep.declare.NetworkSettings;

/** What a network sees of an input x: smooth functions of it, its features. */
public sealed interface Embedding {

    /** The number of features. */
    default int features() {
        return 1;
    }

    /**
     * A feature z or one of its derivatives.
     *
     * @param feature which, from 0
     * @param order 0 for z, 1 for dz/dx, 2 for d2z/dx2
     * @param x where
     */
    double derivative(int feature, int order, double x);

    /**
     * What {@code network.input} asks for.
     *
     * @param lowest the lowest point of the domain, where a scaled feature is -1
     * @param highest the highest point of the domain, where a scaled feature is 1
     */
    static Embedding of(NetworkSettings.Input input, double lowest, double highest) {
        return switch (input) {
            case RAW -> new Raw();
            case LINEAR -> new Linear(lowest, highest);
            case LOG -> new Log(lowest, highest);
        };
    }

    /** x itself. */
    record Raw() implements Embedding {
        @Override
        public double derivative(int feature, int order, double x) {
            return switch (order) {
                case 0 -> x;
                case 1 -> 1;
                default -> 0;
            };
        }
    }

    /** x scaled from [lowest, highest] to [-1, 1]. */
    record Linear(double lowest, double highest) implements Embedding {
        public Linear {
            checkAscending(lowest, highest);
        }

        @Override
        public double derivative(int feature, int order, double x) {
            double slope = 2 / (highest - lowest);
            return switch (order) {
                case 0 -> slope * (x - lowest) - 1;
                case 1 -> slope;
                default -> 0;
            };
        }
    }

    /** log x scaled from [log lowest, log highest] to [-1, 1]. */
    record Log(double lowest, double highest) implements Embedding {
        public Log {
            checkAscending(lowest, highest);
            if (lowest <= 0) {
                throw new IllegalArgumentException(
                        "the logarithm of a coordinate needs positive points, but got " + lowest);
            }
        }

        @Override
        public double derivative(int feature, int order, double x) {
            double slope = 2 / StrictMath.log(highest / lowest);
            return switch (order) {
                case 0 -> slope * StrictMath.log(x / lowest) - 1;
                case 1 -> slope / x;
                default -> -slope / (x * x);
            };
        }
    }

    /**
     * The waves of a period: {@code cos k w x} and {@code sin k w x} for k from 1 on, with {@code w = 2 pi / period}. What a network
     * makes of them is periodic with all its derivatives (Dong and Ni, A method for representing periodic functions and
     * enforcing exactly periodic boundary conditions with deep neural networks, 2021, arXiv 2007.07442).
     *
     * @param period the period, in units of x
     * @param harmonics the largest k
     */
    record Periodic(double period, int harmonics) implements Embedding {
        @Override
        public int features() {
            return 2 * harmonics;
        }

        @Override
        public double derivative(int feature, int order, double x) {
            return wave(feature, order, 2 * Math.PI / period * (1 + feature / 2), x);
        }
    }

    /**
     * Random Fourier features: {@code cos b z} and {@code sin b z} of the scaled input z (Tancik et al., Fourier features let
     * networks learn high frequency functions in low dimensional domains, 2020, arXiv 2006.10739).
     *
     * @param scaled x scaled to [-1, 1]
     * @param frequencies the numbers b
     */
    record Fourier(Linear scaled, List<Double> frequencies) implements Embedding {
        public Fourier {
            frequencies = List.copyOf(frequencies);
        }

        @Override
        public int features() {
            return 2 * frequencies.size();
        }

        @Override
        public double derivative(int feature, int order, double x) {
            double frequency = frequencies.get(feature / 2);
            double slope = scaled.derivative(0, 1, x);
            return wave(feature, order, frequency, scaled.derivative(0, 0, x)) * StrictMath.pow(slope, order);
        }
    }

    /** The cosine, for an even feature, or the sine of a frequency, or a derivative of it. */
    private static double wave(int feature, int order, double frequency, double x) {
        // Each derivative shifts the wave by a quarter of its period: the sine lags a quarter behind the cosine.
        int quarters = (order + (feature % 2 == 0 ? 0 : 3)) % 4;
        double phase = frequency * x;
        double shifted = switch (quarters) {
            case 0 -> StrictMath.cos(phase);
            case 1 -> -StrictMath.sin(phase);
            case 2 -> -StrictMath.cos(phase);
            default -> StrictMath.sin(phase);
        };
        return shifted * StrictMath.pow(frequency, order);
    }

    private static void checkAscending(double lowest, double highest) {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException("a scaled coordinate needs a lowest point below the highest, but got "
                    + lowest + " and " + highest);
        }
    }
}
