package stiffsweep.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Timer;
import java.util.TimerTask;
import stiffsweep.store.ResultFolder;

/** The right to write into a folder of a Hadoop file system and into its copy. Renews itself and shows the status there. */
final class HadoopClaim implements FolderClaim {

    private final FolderLock copyLock;
    private final HadoopLock lock;
    private final HadoopMirror files;
    private final Timer timer = new Timer("sweep-hadoop-lock", true);

    private HadoopClaim(FolderLock copyLock, HadoopLock lock, HadoopMirror files) {
        this.copyLock = copyLock;
        this.lock = lock;
        this.files = files;
    }

    /**
     * Takes both and makes the copy, which exists, what the folder is.
     *
     * @throws FolderInUseException if another run has one of them
     */
    static HadoopClaim take(HadoopFiles there, ResultFolder copy) throws IOException {
        FolderLock copyLock = FolderLock.take(copy);
        HadoopLock lock;
        try {
            lock = HadoopLock.take(there);
        } catch (IOException | RuntimeException e) {
            copyLock.close();
            throw e;
        }
        HadoopClaim claim = new HadoopClaim(copyLock, lock, new HadoopMirror(copy, there, lock));
        try {
            claim.start();
            return claim;
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private void start() throws IOException {
        // Until the copy is up to date its status is an old one, which must not be shown.
        Files.deleteIfExists(files.copy().status());
        renewFromNowOn();
        files.there().deleteDrafts();
        new HadoopCopy(files.there(), files.copy()).updateAll();
    }

    private void renewFromNowOn() {
        TimerTask tick = new TimerTask() {
            @Override
            public void run() {
                tick();
            }
        };
        timer.schedule(tick, HadoopLock.PERIOD.toMillis(), HadoopLock.PERIOD.toMillis());
    }

    private synchronized void tick() {
        try {
            lock.renew();
            pushStatus();
        } catch (IOException e) {
            // The next step of the run finds out whether the lock is lost; a status that is not shown ends no run.
        }
    }

    private void pushStatus() throws IOException {
        if (Files.exists(files.copy().status())) {
            files.push(files.copy().status());
        }
    }

    @Override
    public FilePublisher files() {
        return files;
    }

    @Override
    public synchronized void close() throws IOException {
        timer.cancel();
        try (copyLock;
                lock) {
            pushStatus();
        }
    }
}
