package stiffsweep.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;

/**
 * What can change the bits of the engine's numbers.
 *
 * @param version the versions of the engine and of the library it calls
 * @param threads how many threads one operation is spread over
 */
public record EngineFacts(String version, int threads) {

    /**
     * Those of this process; starts the engine.
     *
     * @throws UnusableEngineException if it does not start
     */
    public static EngineFacts here() {
        EngineProperties.set();
        try {
            Engine engine = Engine.getEngine("PyTorch");
            return new EngineFacts(
                    "DJL " + Engine.getDjlVersion() + ", PyTorch " + engine.getVersion(), JniUtils.getNumThreads());
        } catch (RuntimeException | LinkageError e) {
            throw new UnusableEngineException(e);
        }
    }

    /** Whether it is the engine that has thrown, at its start or in an operation that it would not do. */
    public static boolean isRefusal(Throwable thrown) {
        return thrown instanceof EngineException || thrown instanceof UnusableEngineException;
    }
}
