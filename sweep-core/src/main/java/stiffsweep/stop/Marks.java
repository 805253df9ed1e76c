package stiffsweep.stop;

import java.util.Arrays;

/** The marks that trials have left at one rung. */
public final class Marks {

    private double[] sorted = new double[8];
    private int count;

    /** Adds a mark. */
    public void add(double mark) {
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
        }
        int found = Arrays.binarySearch(sorted, 0, count, mark);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = mark;
        count++;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The mark of a rank, the smallest one having rank 1. */
    public double smallest(int rank) {
        return sorted[rank - 1];
    }
}
