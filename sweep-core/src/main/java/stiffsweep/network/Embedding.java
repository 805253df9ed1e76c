package stiffsweep.network;

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
            double slope = 2 / Math.log(highest / lowest);
            return switch (order) {
                case 0 -> slope * Math.log(x / lowest) - 1;
                case 1 -> slope / x;
                default -> -slope / (x * x);
            };
        }
    }

    private static void checkAscending(double lowest, double highest) {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException("a scaled coordinate needs a lowest point below the highest, but got "
                    + lowest + " and " + highest);
        }
    }
}
