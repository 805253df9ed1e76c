package stiffsweep.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import stiffsweep.choice.Activation;

/**
 * A copy of the classes with the loops, for one width of vectors, one shape of jet and one activation. A copy's sizes are static and final:
 * C2 makes machine code of vector operations only where it knows the width, and drops the checks of array bounds only where
 * it knows the length of a row. A copy also has profiles of its own, whatever shapes were trained before.
 */
public final class CopiedClasses extends ClassLoader {

    private static final Map<Sizes, CopiedClasses> COPIES = new ConcurrentHashMap<>();

    private final Sizes sizes;
    private final String home;

    private CopiedClasses(Sizes sizes) {
        super(CopiedClasses.class.getClassLoader());
        this.sizes = sizes;
        home = CopiedClasses.class.getPackageName() + (sizes.bits == 0 ? ".plain." : ".vector.");
    }

    /**
     * What the loops know of the machine and the jet.
     *
     * @param bits the width of a vector; 0 for one number
     * @param tilePoints the points of a tile
     * @param firsts the directions with first derivatives
     * @param seconds the directions with second derivatives
     * @param activation the activation
     */
    public record Sizes(int bits, int tilePoints, int firsts, int seconds, Activation activation) {}

    static CopiedClasses of(Lanes lanes, ChainShape shape, TileLayout layout) {
        Sizes sizes =
                new Sizes(lanes.bits(), layout.tilePoints(), layout.firsts(), layout.seconds(), shape.activation());
        return COPIES.computeIfAbsent(sizes, CopiedClasses::new);
    }

    /** The sizes that a class of a copy was loaded for. */
    public static Sizes sizesOf(Class<?> copied) {
        return ((CopiedClasses) copied.getClassLoader()).sizes;
    }

    Object instance(String name, ChainShape shape, TileLayout layout) {
        try {
            Constructor<?> constructor = loadClass(home + name).getConstructor(ChainShape.class, TileLayout.class);
            return constructor.newInstance(shape, layout);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a chain must be made of " + shape + " and " + layout, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the kernel lacks the class " + home + name, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(home)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream stored = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stored == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = stored.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, CopiedClasses.class.getProtectionDomain());
        } catch (IOException e) {
            throw new UncheckedIOException("the class " + name + " must be readable", e);
        }
    }
}
