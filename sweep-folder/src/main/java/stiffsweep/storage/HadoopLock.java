package stiffsweep.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.UUID;

/**
 * The right to write into a folder of a Hadoop file system: a file there that its holder renews. One that was not renewed
 * for a minute is that of a run that was killed, and is taken over; for this the clocks must agree to some seconds.
 */
final class HadoopLock implements AutoCloseable {

    /** How often a lock is to be renewed. */
    static final Duration PERIOD = Duration.ofSeconds(10);

    /** A lock that was not renewed for so long is nobody's. */
    static final Duration STALE = Duration.ofSeconds(60);

    private static final String FILE = "lock";

    private final HadoopFiles there;
    private final String holder;
    private volatile long renewedAtNanos;
    private volatile boolean isLost;

    private HadoopLock(HadoopFiles there, String holder) {
        this.there = there;
        this.holder = holder;
        this.renewedAtNanos = System.nanoTime();
    }

    /**
     * Takes the lock of a folder.
     *
     * @throws FolderInUseException if another run holds it
     */
    static HadoopLock take(HadoopFiles there) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + " on "
                + InetAddress.getLocalHost().getHostName() + " (" + UUID.randomUUID() + ")";
        HadoopLock lock = new HadoopLock(there, holder);
        if (there.create(FILE, holder)) {
            return lock;
        }
        requireStale(there);
        there.delete(FILE);
        if (there.create(FILE, holder)) {
            return lock;
        }
        throw new FolderInUseException(there.root().toString(), "another run, which was first to take it over");
    }

    private static void requireStale(HadoopFiles there) throws IOException {
        try {
            long age = System.currentTimeMillis() - there.status(FILE).getModificationTime();
            if (age < STALE.toMillis()) {
                throw new FolderInUseException(there.root().toString(), there.text(FILE));
            }
        } catch (FileNotFoundException e) {
            // Given back meanwhile.
        }
    }

    /** Says that the holder lives. */
    void renew() throws IOException {
        isLost |= !there.text(FILE).equals(holder);
        if (isLost) {
            throw lost();
        }
        // Also after a long outage: nobody has taken it over.
        there.overwrite(FILE, holder);
        renewedAtNanos = System.nanoTime();
    }

    /**
     * Makes sure that no other run may have the lock.
     *
     * @throws IOException if it was not renewed for too long, or another run has it
     */
    void requireHeld() throws IOException {
        if (isLost || System.nanoTime() - renewedAtNanos > STALE.toNanos()) {
            throw lost();
        }
    }

    private static IOException lost() {
        return new IOException("the lock of a result folder must be renewed each " + PERIOD.toSeconds()
                + " s, but was not for " + STALE.toSeconds() + " s, and another run may have taken it over");
    }

    /** Gives the lock back, unless another run has taken it over. */
    @Override
    public void close() throws IOException {
        if (!isLost && there.text(FILE).equals(holder)) {
            there.delete(FILE);
        }
    }
}
