package stiffsweep.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import stiffsweep.analysis.Json;
import stiffsweep.analysis.NoResultsException;
import stiffsweep.analysis.Resource;
import stiffsweep.analysis.SweepStatus;
import stiffsweep.analysis.report.Report;
import stiffsweep.storage.Storage;

/**
 * The report of a result folder and how far its sweep has come, both as of the last seconds, in memory.
 *
 * <p>It is drawn again whenever trials have ended. Nothing is written into the folder.
 */
final class LiveReport implements AutoCloseable {

    private static final String PAGE = "report.html";

    private static final long SECONDS = 2;

    private final Storage storage;
    private final ProblemJars jars;

    /** One for the status, which is quick, and one for the report, which may take half a minute. */
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, LiveReport::daemon);

    private final List<Future<?>> tasks = new ArrayList<>();

    private volatile SweepStatus status;
    private volatile Drawn drawn;
    private volatile String troubleOfStatus = "";
    private volatile String troubleOfReport = "";

    /**
     * A report that was drawn.
     *
     * @param number how many were drawn before
     * @param of the outcomes that it is of
     * @param files its files by their names
     */
    private record Drawn(long number, String of, Map<String, byte[]> files) {}

    private LiveReport(Storage storage, ProblemJars jars) {
        this.storage = storage;
        this.jars = jars;
        status = StoredSweep.status(storage, jars);
        drawn = new Drawn(0, "", Map.of(PAGE, withProgress(Resource.text(LiveReport.class, "waiting.html"), 0)));
    }

    /**
     * The report of a folder, kept up to date until it is closed.
     *
     * @throws Refusal where it is no result folder
     */
    static LiveReport of(Storage storage, ProblemJars jars) {
        LiveReport report = new LiveReport(storage, jars);
        report.repeat(report::ask);
        report.repeat(report::draw);
        return report;
    }

    private void repeat(Runnable task) {
        tasks.add(threads.scheduleWithFixedDelay(task, 0, SECONDS, TimeUnit.SECONDS));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "report");
        thread.setDaemon(true);
        return thread;
    }

    /** A file of the newest report, if it has one of this name; the page has none. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(drawn.files().get(name.isEmpty() ? PAGE : name));
    }

    /** How far the sweep is, the number of the newest report, and what stands in the way of a newer one, as JSON. */
    String progress() {
        return "{\"report\": " + drawn.number() + ", \"trouble\": "
                + Json.quoted((troubleOfStatus + " " + troubleOfReport).strip()) + ", \"status\": "
                + status.asJson().strip() + "}\n";
    }

    private void ask() {
        troubleOfStatus = trouble(() -> status = StoredSweep.status(storage, jars));
    }

    private void draw() {
        String outcomes = status.outcomes() + " " + status.extra();
        if (!outcomes.equals(drawn.of())) {
            troubleOfReport = trouble(() -> drawn = drawn(outcomes));
        }
    }

    /** Whatever goes wrong is told to the reader, and tried again: a folder in use changes under one's hands. */
    private static String trouble(Runnable task) {
        try {
            task.run();
            return "";
        } catch (NoResultsException nothingYet) {
            return "";
        } catch (RuntimeException | Error e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Drawn drawn(String outcomes) {
        long number = drawn.number() + 1;
        try {
            Path folder = Files.createTempDirectory("sweep-report");
            try {
                Report.write(storage.current().root(), folder, storage.name(), remark -> {});
                Map<String, byte[]> files = new HashMap<>();
                for (Path file : files(folder)) {
                    files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
                files.computeIfPresent(PAGE, (name, page) -> withProgress(new String(page, UTF_8), number));
                return new Drawn(number, outcomes, files);
            } finally {
                for (Path file : files(folder)) {
                    Files.delete(file);
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a report must have space in the folder for temporary files", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** A page with a line that follows the run. */
    private static byte[] withProgress(String page, long number) {
        int end = page.lastIndexOf("</body>");
        String script = "<script>\n"
                + Resource.text(LiveReport.class, "progress.js").replace("{report}", Long.toString(number))
                + "</script>\n";
        return (page.substring(0, end) + script + page.substring(end)).getBytes(UTF_8);
    }

    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(true));
        threads.shutdownNow();
    }
}
