package stiffsweep.storage;

import java.io.IOException;
import stiffsweep.store.ResultFolder;

/** A result folder on a disk of this machine, or one that is mounted there. */
public record LocalStorage(ResultFolder folder) implements Storage {

    @Override
    public ResultFolder current() {
        return folder;
    }

    @Override
    public ResultFolder currentWithStates() {
        return folder;
    }

    @Override
    public boolean isUnclaimed() {
        return FolderLock.isFree(folder);
    }

    @Override
    public String name() {
        return folder.root().toString();
    }

    @Override
    public void keepReport() {
        // It is there already.
    }

    @Override
    public void requireSharedWithExecutors() {
        // Only the executors can tell: a run asks one of them.
    }

    @Override
    public FolderClaim claim() throws IOException {
        folder.create();
        return FolderLock.take(folder);
    }
}
