package stiffsweep.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stiffsweep.storage.Storage;

class ReportServerTest {

    @TempDir
    private static Path place;

    private static Path folder = Path.of("");

    private LiveReport report;
    private ReportServer server;
    private int port;

    @BeforeAll
    static void trainTwoTrials() throws IOException {
        Path conf = Files.writeString(place.resolve("two.conf"), """
                name = two
                problem { kind = linear-decay }
                points { residual { count = 10 } }
                network { width = 4, depth = 1 }
                training { epochs = 5 }
                sweep { grid { loss.weighting = [plain, jacobian] }, replicates = 1, seed = 1 }
                """);
        folder = place.resolve("two");
        assertThat(Ended.after("run", conf.toString(), "--out", folder.toString())
                        .exitCode())
                .isZero();
    }

    @BeforeEach
    void start() throws IOException {
        report = LiveReport.of(Storage.of(folder.toString()), new ProblemJars());
        server = ReportServer.start(0, report);
        port = URI.create(server.address()).getPort();
    }

    @AfterEach
    void end() {
        server.close();
        report.close();
    }

    @Test
    void showsTheReportWithTheProgressOfTheRun() throws IOException {
        awaitReport();

        assertThat(ask("GET", "localhost:" + port, "/"))
                .startsWith("HTTP/1.1 200")
                .contains("What matters", "progress.json", "</html>");
        assertThat(ask("GET", "127.0.0.1:" + port, "/progress.json"))
                .contains("application/json", "\"planned\": 2, \"done\": 2", "\"trouble\": \"\"");
        assertThat(ask("GET", "localhost:" + port, "/linear-decay-training.csv"))
                .startsWith("HTTP/1.1 200")
                .contains("series,epoch,");
    }

    @Test
    void changesNothingInTheFolder() throws IOException {
        List<String> before = files();

        awaitReport();

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void refusesTheNamesOfOtherMachines() throws IOException {
        assertThat(ask("GET", "example.org:" + port, "/"))
                .startsWith("HTTP/1.1 403")
                .contains(server.address());
    }

    @Test
    void isReadAndNothingElse() throws IOException {
        assertThat(ask("POST", "localhost:" + port, "/")).startsWith("HTTP/1.1 405");
        assertThat(ask("GET", "localhost:" + port, "/../two.conf")).startsWith("HTTP/1.1 404");
        assertThat(ask("GET", "localhost:" + port, "/sweep.conf")).startsWith("HTTP/1.1 404");
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = Ended.after("serve", folder.toString(), "--port", "" + taken.getLocalPort());

            assertThat(ended.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
            assertThat(ended.err().lines()).hasSize(1);
            assertThat(ended.err()).contains("--port", "" + taken.getLocalPort(), "choose another");
        }
    }

    private void awaitReport() throws IOException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!ask("GET", "localhost:" + port, "/progress.json").contains("\"report\": 1")) {
            assertThat(Instant.now()).as("a report that is drawn").isBefore(end);
        }
    }

    private String ask(String method, String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(file -> file + " " + file.toFile().length()).sorted().toList();
        }
    }
}
