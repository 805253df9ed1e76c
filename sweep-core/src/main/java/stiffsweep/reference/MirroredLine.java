package stiffsweep.reference;

/**
 * Nodes at equal distances on a line. Beyond its ends a field is its own mirror image, so that differences are central
 * everywhere: of order 8 where the image is as smooth as that.
 *
 * @param from the first node
 * @param to the last node
 * @param cells the number of distances between nodes
 * @param ends how the field is reflected at both ends
 */
record MirroredLine(double from, double to, int cells, Mirror ends) {

    /** How many neighbours to either side a difference takes. */
    static final int REACH = 4;

    /** Central differences of order 8, from the node itself outwards. */
    private static final double[] SLOPE = {0, 4 / 5.0, -1 / 5.0, 4 / 105.0, -1 / 280.0};

    private static final double[] BEND = {-205 / 72.0, 8 / 5.0, -1 / 5.0, 8 / 315.0, -1 / 560.0};

    MirroredLine {
        if (!(from < to && to - from < Double.POSITIVE_INFINITY) || cells < 2 * REACH) {
            throw new IllegalArgumentException("a line must have " + 2 * REACH + " cells or more that ascend, but got "
                    + cells + " from " + from + " to " + to);
        }
    }

    double spacing() {
        return (to - from) / cells;
    }

    double node(int index) {
        return index == cells ? to : from + index * spacing();
    }

    /** The values at the nodes, with {@value #REACH} more beyond either end. */
    double[] extended(double[] values) {
        double[] extended = new double[cells + 1 + 2 * REACH];
        System.arraycopy(values, 0, extended, REACH, cells + 1);
        for (int i = 1; i <= REACH; i++) {
            extended[REACH - i] = ends.sign() * values[i];
            extended[REACH + cells + i] = ends.sign() * values[cells - i];
        }
        return extended;
    }

    /** The first derivative at a node. */
    double slope(double[] extended, int index) {
        double sum = 0;
        for (int i = 1; i <= REACH; i++) {
            sum += SLOPE[i] * (extended[REACH + index + i] - extended[REACH + index - i]);
        }
        return sum / spacing();
    }

    /** The second derivative at a node. */
    double bend(double[] extended, int index) {
        double sum = BEND[0] * extended[REACH + index];
        for (int i = 1; i <= REACH; i++) {
            sum += BEND[i] * (extended[REACH + index + i] + extended[REACH + index - i]);
        }
        return sum / (spacing() * spacing());
    }
}
