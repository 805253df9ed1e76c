package stiffsweep.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stiffsweep.store.ResultFolder;
import stiffsweep.sweep.ContentHash;

/** A result folder on a Hadoop file system. What there is counts; the copy of this machine is made for speed alone. */
final class HadoopStorage implements Storage {

    private final org.apache.hadoop.fs.Path root;
    private final ResultFolder copy;

    /** @param location a URI; the same one has the same copy */
    HadoopStorage(String location) {
        root = new org.apache.hadoop.fs.Path(location);
        String uri = root.toUri().normalize().toString();
        String name = uri.replaceAll("[^A-Za-z0-9]+", "-") + "-" + ContentHash.hex(uri, 8);
        String user = System.getProperty("user.name");
        copy = new ResultFolder(Path.of(System.getProperty("java.io.tmpdir"), "stiffsweep-" + user, name));
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public boolean isUnclaimed() {
        // A claim there is a file, which stays when its run is killed.
        return false;
    }

    @Override
    public ResultFolder folder() {
        return copy;
    }

    @Override
    public ResultFolder current() {
        return upToDate(HadoopCopy::update);
    }

    @Override
    public ResultFolder currentWithStates() {
        return upToDate(HadoopCopy::updateAll);
    }

    private interface Update {
        void of(HadoopCopy copy) throws IOException;
    }

    private ResultFolder upToDate(Update update) {
        try {
            HadoopFiles there = HadoopFiles.at(root);
            copy.create();
            try (FolderLock lock = FolderLock.take(copy)) {
                update.of(new HadoopCopy(there, lock.folder()));
            }
        } catch (FolderInUseException e) {
            // A run of this machine has brought the copy up to date and keeps it so.
            return copy;
        } catch (IOException e) {
            throw new FolderAccessException(name(), e);
        }
        return copy;
    }

    @Override
    public void keepReport() {
        try (Stream<Path> entries = Files.walk(copy.root().resolve("report"))) {
            HadoopFiles there = HadoopFiles.at(root);
            List<Path> files = entries.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                BackOff.OF_A_DISK.run(() -> there.replace(file, HadoopCopy.name(copy, file)));
            }
        } catch (IOException e) {
            throw new FolderAccessException(name(), e);
        }
    }

    @Override
    public void requireSharedWithExecutors() {
        throw new UnsharedFolderException(name());
    }

    @Override
    public FolderClaim claim() throws IOException {
        HadoopFiles there = HadoopFiles.at(root);
        copy.create();
        return HadoopClaim.take(there, copy);
    }
}
