package stiffsweep.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Answers browsers of this machine, and nobody else: it reads, and changes nothing. */
final class ReportServer implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "pdf", "application/pdf",
            "csv", "text/csv; charset=utf-8");

    private final HttpServer server;
    private final LiveReport report;
    private final CountDownLatch end = new CountDownLatch(1);

    private ReportServer(HttpServer server, LiveReport report) {
        this.server = server;
        this.report = report;
    }

    /**
     * A server on the machine's own address.
     *
     * @param port the port; 0 for one that is free
     * @throws java.net.BindException if another program has the port
     */
    static ReportServer start(int port, LiveReport report) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ReportServer started = new ReportServer(server, report);
        server.createContext("/", started::answer);
        server.start();
        return started;
    }

    /** Where it is to be found. */
    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Waits until the thread is interrupted. */
    void untilInterrupted() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isForThisMachine(exchange)) {
                refuse(exchange, 403, "This page is for the machine that it is served on: open " + address());
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                refuse(exchange, 405, "This page can be read, and nothing else.");
            } else {
                String name = exchange.getRequestURI().getPath().substring(1);
                Optional<byte[]> content = name.equals("progress.json")
                        ? Optional.of(report.progress().getBytes(UTF_8))
                        : report.file(name);
                if (content.isPresent()) {
                    send(exchange, 200, type(name), content.get());
                } else {
                    refuse(exchange, 404, "The report has no file of this name.");
                }
            }
        }
    }

    /** Another site's page may have its name point here: the browser then says that name. */
    private boolean isForThisMachine(HttpExchange exchange) {
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        int port = server.getAddress().getPort();
        return host != null
                && Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port)
                        .contains(host.toLowerCase(Locale.ROOT));
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/html; charset=utf-8");
    }

    private static void refuse(HttpExchange exchange, int code, String sentence) throws IOException {
        send(exchange, code, "text/plain; charset=utf-8", (sentence + "\n").getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int code, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(code, isHead ? -1 : content.length);
        if (!isHead) {
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
