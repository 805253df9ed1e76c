package stiffsweep.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import stiffsweep.store.ResultFolder;

/** The right to write into a result folder. The operating system takes it back when the process ends, however it ends. */
final class FolderLock implements FolderClaim {

    // POSIX drops a process's lock as soon as the process closes any channel on the file, so a second try within this
    // process must be refused before it opens one.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final int LOOKS = 3;
    private static final long LOOK_NANOS = 20_000_000;

    private final ResultFolder folder;
    private final Path key;
    private final FileChannel channel;

    private FolderLock(ResultFolder folder, Path key, FileChannel channel) {
        this.folder = folder;
        this.key = key;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder that exists.
     *
     * @throws FolderInUseException if another run holds it
     */
    static FolderLock take(ResultFolder folder) throws IOException {
        Path key = folder.root().toRealPath();
        if (!HELD_HERE.add(key)) {
            throw new FolderInUseException(folder.root().toString(), "this process");
        }
        try {
            return new FolderLock(folder, key, lockedChannel(folder));
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(key);
            throw e;
        }
    }

    /** Whether nobody holds the lock of a folder; false where that cannot be told. */
    static boolean isFree(ResultFolder folder) {
        try {
            if (HELD_HERE.contains(folder.root().toRealPath())) {
                return false;
            }
            // Others may look at the same time: the look is a lock that is shared.
            try (FileChannel channel = FileChannel.open(folder.lock(), READ)) {
                return channel.tryLock(0, Long.MAX_VALUE, true) != null;
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static FileChannel lockedChannel(ResultFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), CREATE, READ, WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new FolderInUseException(folder.root().toString(), "process " + Files.readString(folder.lock()));
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
        return channel;
    }

    /** Tries for a moment: somebody may just be looking whether the lock is free. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        for (int tries = 0; tries < LOOKS; tries++) {
            if (channel.tryLock() != null) {
                return true;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return false;
    }

    @Override
    public FilePublisher files() {
        return new LocalFiles(folder.temporary());
    }

    /** The folder that is locked. */
    ResultFolder folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(key);
    }
}
