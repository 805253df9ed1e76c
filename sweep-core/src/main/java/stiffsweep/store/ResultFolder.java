package stiffsweep.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import stiffsweep.sweep.ContentHash;
import stiffsweep.sweep.TrialId;

/**
 * Where the results of one sweep lie.
 *
 * @param root the folder
 */
public record ResultFolder(Path root) {

    /** The sweep file as it was resolved; it reads back to the same trials. */
    public Path sweepConf() {
        return root.resolve("sweep.conf");
    }

    /**
     * One Parquet file for each finished stack, or for many that were merged, a row for each trial; a stack is finished
     * when its trials are here.
     */
    public Path trials() {
        return root.resolve("trials");
    }

    /** One Parquet file for each stack, a row for each trial and epoch; it counts with the trials file of its name. */
    public Path curves() {
        return root.resolve("curves");
    }

    /** One Parquet file for each stack, a row for each value; it counts with the trials file of its name. */
    public Path solutions() {
        return root.resolve("solutions");
    }

    /** The folders of the three tables in the order in which the files of a stack are published. */
    public List<Path> tables() {
        return List.of(curves(), solutions(), trials());
    }

    /** The parameters that were kept of trials, a file each; one counts where its trial has a row. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** The parameters that were kept of a trial. */
    public Path checkpoint(TrialId trial) {
        return checkpoints().resolve(trial.hex() + ".safetensors");
    }

    /**
     * Where trainings stand that have not ended or whose trial failed, and where others ended if that is to be kept, a file
     * each.
     */
    public Path states() {
        return root.resolve("states");
    }

    /**
     * Where the training of a trial stands.
     *
     * @param course what the trials have in common that differ in their number of epochs only
     */
    public Path state(TrialId course, TrialId trial) {
        return states().resolve(course.hex() + "-" + trial.hex() + ".state");
    }

    /** The trial that the name of a state's file ends with. */
    public static String trialOfState(Path state) {
        String name = String.valueOf(state.getFileName());
        return name.substring(name.indexOf('-') + 1, name.lastIndexOf('.'));
    }

    /** The course that the name of a state's file begins with. */
    public static String courseOfState(Path state) {
        String name = String.valueOf(state.getFileName());
        return name.substring(0, Math.max(0, name.indexOf('-')));
    }

    /** What no longer counts: rows of trials that were run again, and files that could not be read. */
    public Path attempts() {
        return root.resolve("attempts");
    }

    /** Files that are being written. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    /** How the latest run stands, as JSON. */
    public Path status() {
        return root.resolve("status.json");
    }

    /** What Spark has to say. */
    public Path sparkLog() {
        return root.resolve("spark.log");
    }

    /** Held by the run that writes into this folder. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** Makes the folder and those inside it, where they are missing. */
    public void create() throws IOException {
        for (Path folder : List.of(trials(), curves(), solutions(), checkpoints(), states(), attempts(), temporary())) {
            Files.createDirectories(folder);
        }
    }

    /** The name of the files of a stack: it depends on the trials only, not on their order. */
    public static String stackFile(Collection<TrialId> trials) {
        String ids = trials.stream().sorted().map(TrialId::hex).collect(Collectors.joining("\n"));
        return "s-" + ContentHash.hex(ids, 16) + ".parquet";
    }

    /** The files in one of its folders whose names are of a pattern, such as {@code *.parquet}, in no order. */
    public static List<Path> files(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(files::add);
        }
        return files;
    }
}
