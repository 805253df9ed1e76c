package stiffsweep.space;

import java.util.Arrays;

/** A density over values without order: a value weighs one more than the points that have it. */
final class CategoryWeights implements Density {

    private final int[] weights;
    private final int total;

    private CategoryWeights(int[] weights) {
        this.weights = weights;
        this.total = Arrays.stream(weights).sum();
    }

    /**
     * The density of some points.
     *
     * @param values the number of values, each of which has an equal part of [0, 1)
     */
    static CategoryWeights of(int values, double[] coordinates) {
        int[] weights = new int[values];
        Arrays.fill(weights, 1);
        for (double coordinate : coordinates) {
            weights[(int) (coordinate * values)]++;
        }
        return new CategoryWeights(weights);
    }

    @Override
    public double at(double coordinate) {
        return (double) weights[(int) (coordinate * weights.length)] * weights.length / total;
    }

    @Override
    public double draw(long seed) {
        double left = RandomBits.uniform(seed, 0) * total;
        int value = 0;
        while (left >= weights[value]) {
            left -= weights[value];
            value++;
        }
        return (value + 0.5) / weights.length;
    }
}
