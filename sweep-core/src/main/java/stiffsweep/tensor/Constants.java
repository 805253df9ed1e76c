package stiffsweep.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers as tensors without axes that live as long as the process: to make one costs as much as a small product. */
final class Constants {

    private static final Map<Key, NDArray> KNOWN = new ConcurrentHashMap<>();

    /** A formula whose numbers change all the time makes its own beyond this. */
    private static final int MOST = 4096;

    private Constants() {}

    private record Key(double value, Device device, DataType type) {}

    static NDArray of(double value, NDArray like) {
        Key key = new Key(value, like.getDevice(), like.getDataType());
        NDArray known = KNOWN.get(key);
        if (known != null) {
            return known;
        }
        return KNOWN.size() < MOST ? KNOWN.computeIfAbsent(key, Constants::make) : Tensors.scalar(value, like);
    }

    private static NDArray make(Key key) {
        NDManager manager = NDManager.newBaseManager(key.device, "PyTorch");
        NDArray constant = Tensors.filled(manager, key.value, key.type, new Shape());
        NDScope.unregister(constant);
        return constant;
    }
}
