package stiffsweep.space;

/**
 * Random bits that are looked up, not drawn in turn: what stands at an index depends on the seed and the index only.
 *
 * <p>The generator is SplitMix64: <em>Fast splittable pseudorandom number generators</em> / G. L. Steele, D. Lea and
 * C. H. Flood / OOPSLA 2014. It is written out because the values that come of it enter the ids of trials, and no library's
 * next version may change those.
 */
public final class RandomBits {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private RandomBits() {}

    /** 64 random bits. */
    static long at(long seed, long index) {
        return mix(seed + (index + 1) * GOLDEN_GAMMA);
    }

    /** A number that is uniform on [0, 1), of 53 bits. */
    public static double uniform(long seed, long index) {
        return (at(seed, index) >>> 11) * 0x1p-53;
    }

    /** A seed for one purpose that is independent of the seeds for other purposes. */
    public static long seed(long seed, String purpose) {
        long state = mix(seed);
        for (int i = 0; i < purpose.length(); i++) {
            state = at(state, purpose.charAt(i));
        }
        return state;
    }

    /** The numbers from 0 on, each once, in random order. */
    public static int[] permutation(long seed, int length) {
        int[] order = new int[length];
        for (int i = 1; i < length; i++) {
            int other = (int) (uniform(seed, i) * (i + 1));
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
