package stiffsweep.spark;

/** Notices that the process is told to end, as by Ctrl-C, while a run is going on. */
final class ShutdownWatch implements AutoCloseable {

    private final Thread hook;
    private volatile boolean ending;

    /**
     * Starts to watch.
     *
     * @param last what is done when the process is told to end, within a second or so
     */
    ShutdownWatch(Runnable last) {
        hook = new Thread(
                () -> {
                    ending = true;
                    last.run();
                },
                "sweep-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process is ending. */
    boolean isEnding() {
        return ending;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has its turn.
            ending = true;
        }
    }
}
