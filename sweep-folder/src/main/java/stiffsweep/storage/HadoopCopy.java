package stiffsweep.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import stiffsweep.store.ResultFolder;

/**
 * Brings the copy of a result folder up to date. Files of the same name, length and time of change are the same.
 *
 * @param copy the copy, whose lock is held
 */
record HadoopCopy(HadoopFiles there, ResultFolder copy) {

    /** Makes the copy what the folder is, without the states of trainings, which nobody needs to look at results. */
    void update() throws IOException {
        BackOff.OF_A_DISK.run(() -> updateOnce(List.of(copy.curves(), copy.solutions(), copy.checkpoints())));
    }

    /** Makes the copy what the folder is, with the states of trainings. */
    void updateAll() throws IOException {
        BackOff.OF_A_DISK.run(
                () -> updateOnce(List.of(copy.curves(), copy.solutions(), copy.checkpoints(), copy.states())));
    }

    /**
     * The files in {@code trials} make the others count: they are listed first and copied last, and what is gone goes
     * in the opposite order, so that no row is here without its curves.
     */
    private void updateOnce(List<Path> folders) throws IOException {
        List<FileStatus> trials = there.files(name(copy, copy.trials()));
        dropAllBut(trials, copy.trials());
        for (Path folder : folders) {
            List<FileStatus> files = there.files(name(copy, folder));
            dropAllBut(files, folder);
            copyNew(files, folder);
        }
        copyNew(trials, copy.trials());
        Set<String> texts = Set.of(name(copy, copy.sweepConf()), name(copy, copy.status()));
        List<FileStatus> found = new ArrayList<>(there.files("."));
        found.removeIf(file -> !texts.contains(file.getPath().getName()));
        copyNew(found, copy.root());
        for (String text : texts) {
            if (found.stream().noneMatch(file -> file.getPath().getName().equals(text))) {
                Files.deleteIfExists(copy.root().resolve(text));
            }
        }
    }

    private static void dropAllBut(List<FileStatus> files, Path folder) throws IOException {
        Map<String, FileStatus> byName =
                files.stream().collect(Collectors.toMap(file -> file.getPath().getName(), Function.identity()));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                FileStatus file = byName.get(entry.getFileName().toString());
                if (file == null || !isSame(file, entry)) {
                    Files.delete(entry);
                }
            }
        }
    }

    private void copyNew(List<FileStatus> files, Path folder) throws IOException {
        for (FileStatus file : files) {
            Path target = folder.resolve(file.getPath().getName());
            if (!isSame(file, target)) {
                Path draft = copy.temporary().resolve(UUID.randomUUID().toString());
                there.copy(file, draft);
                Files.setLastModifiedTime(draft, FileTime.fromMillis(file.getModificationTime()));
                Files.move(draft, target, ATOMIC_MOVE);
            }
        }
    }

    private static boolean isSame(FileStatus file, Path here) throws IOException {
        return Files.exists(here)
                && Files.size(here) == file.getLen()
                && Files.getLastModifiedTime(here).toMillis() == file.getModificationTime();
    }

    /** The name of a file or folder of a copy, relative to the copy. */
    static String name(ResultFolder copy, Path file) {
        return copy.root().relativize(file).toString();
    }
}
