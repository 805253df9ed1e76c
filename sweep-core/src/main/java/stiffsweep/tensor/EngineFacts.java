package stiffsweep.tensor;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/**
 * What can change the bits of the engine's numbers.
 *
 * @param version the versions of the engine and of the library it calls
 * @param threads how many threads one operation is spread over
 */
public record EngineFacts(String version, int threads) {

    /** Those of this process; starts the engine. */
    public static EngineFacts here() {
        EngineProperties.set();
        Engine engine = Engine.getEngine("PyTorch");
        return new EngineFacts(
                "DJL " + Engine.getDjlVersion() + ", PyTorch " + engine.getVersion(), JniUtils.getNumThreads());
    }
}
