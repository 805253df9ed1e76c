package stiffsweep.jobs;

/** The command {@code ./sweep}. */
public final class Sweep {
    private Sweep() {}

    public static void main(String[] arguments) {
        System.out.println("here");
    }
}
