package stiffsweep.tensor;

/** How the engine is to start. */
final class EngineProperties {

    private EngineProperties() {}

    /** One thread for each task, so that tasks neither compete nor change each other's bits; and no network. */
    static void set() {
        setUnlessGiven("ai.djl.pytorch.num_threads", "1");
        setUnlessGiven("ai.djl.pytorch.num_interop_threads", "1");
        setUnlessGiven("ai.djl.offline", "true");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
