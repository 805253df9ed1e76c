package stiffsweep.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import stiffsweep.store.ResultFolder;

/**
 * Does each step in the copy of a folder first and then in the folder, where it counts. What was not done there is undone in
 * the copy when that is next brought up to date.
 *
 * @param lock keeps the folder to this run
 */
record HadoopMirror(ResultFolder copy, HadoopFiles there, HadoopLock lock) implements FilePublisher {

    @Override
    public boolean publish(Content content, Path target) throws IOException {
        // The copy has the file already where an earlier try has failed there.
        here().publish(content, target);
        lock.requireHeld();
        boolean isFirst = there.publish(target, name(target));
        matchTime(target);
        return isFirst;
    }

    @Override
    public void replace(Content content, Path target) throws IOException {
        here().replace(content, target);
        push(target);
    }

    @Override
    public void delete(Path target) throws IOException {
        here().delete(target);
        lock.requireHeld();
        there.delete(name(target));
    }

    /** Repeats there what the copy has of a file. */
    void push(Path file) throws IOException {
        lock.requireHeld();
        there.replace(file, name(file));
        matchTime(file);
    }

    private LocalFiles here() {
        return new LocalFiles(copy.temporary());
    }

    private String name(Path file) {
        return HadoopCopy.name(copy, file);
    }

    /** Gives the copy of a file the time by which it is recognised. */
    private void matchTime(Path file) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(there.status(name(file)).getModificationTime()));
    }
}
