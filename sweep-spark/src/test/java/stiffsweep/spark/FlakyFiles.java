package stiffsweep.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import stiffsweep.storage.FilePublisher;

/**
 * A disk that fails on the first try of many files: half of these times it has done nothing, half of them it has done as it
 * was told.
 *
 * @param share of the files that it fails on
 */
record FlakyFiles(FilePublisher disk, double share, Map<Path, Integer> tries, AtomicInteger failures)
        implements FilePublisher {

    FlakyFiles(FilePublisher disk, double share) {
        this(disk, share, new ConcurrentHashMap<>(), new AtomicInteger());
    }

    @Override
    public boolean publish(Content content, Path target) throws IOException {
        double fate = fate(target);
        failIf(fate < share / 2);
        boolean isFirst = disk.publish(content, target);
        failIf(fate < share);
        return isFirst;
    }

    @Override
    public void replace(Content content, Path target) throws IOException {
        double fate = fate(target);
        failIf(fate < share / 2);
        disk.replace(content, target);
        failIf(fate < share);
    }

    @Override
    public void delete(Path target) throws IOException {
        failIf(fate(target) < share);
        disk.delete(target);
    }

    /** A number from 0 to 1 for the first try of a file, which depends on its name alone, and 1 for any other. */
    private double fate(Path target) {
        boolean isFirst = tries.merge(target, 1, Integer::sum) == 1;
        int seed = target.subpath(target.getNameCount() - 2, target.getNameCount())
                .toString()
                .hashCode();
        return isFirst ? new SplittableRandom(seed).nextDouble() : 1;
    }

    private void failIf(boolean isFated) throws IOException {
        if (isFated) {
            failures.incrementAndGet();
            throw new IOException("the disk does not answer");
        }
    }
}
