package stiffsweep.jobs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import stiffsweep.problem.Problem;

/** The jars of a user's own problems: what every verb shares that reads a sweep or lists problems. */
final class ProblemJars {

    /** How the comment begins. */
    private static final String NAMED = "# Needs --jars ";

    private static final String SERVICE = "META-INF/services/" + Problem.class.getName();

    @Option(
            names = "--jars",
            split = ",",
            paramLabel = "JAR",
            description = "Jars with problems of your own, and those that they need.")
    private List<Path> jars = new ArrayList<>();

    /** The jars that were named. */
    List<Path> paths() {
        return jars;
    }

    /** The text of a sweep file with a comment that names the jars, so that whoever reads it knows what it needs. */
    String namedAbove(String sweep) {
        return jars.isEmpty()
                ? sweep
                : NAMED + jars.stream().map(Path::toString).collect(joining(",")) + "\n" + sweep;
    }

    /** The jars that a sweep file names so; none is empty. */
    static String namedIn(Path sweep) {
        try (Stream<String> lines = Files.lines(sweep)) {
            return lines.findFirst()
                    .filter(line -> line.startsWith(NAMED))
                    .map(line -> line.substring(NAMED.length()))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(sweep + ": a sweep file must be readable", e);
        }
    }

    /**
     * Makes the problems of the jars known to this thread and all that it starts.
     *
     * @throws Refusal where a jar is missing, or none holds a problem
     */
    void open() {
        if (jars.isEmpty()) {
            return;
        }
        URL[] urls = jars.stream().map(ProblemJars::url).toArray(URL[]::new);
        URLClassLoader loader = new URLClassLoader(urls, Thread.currentThread().getContextClassLoader());
        if (!holdsProblem(loader)) {
            throw Refusal.invalid("--jars: a jar must name its problems in " + SERVICE + ", but got none in " + jars
                    + ": add the file, with a line for each problem's class");
        }
        Thread.currentThread().setContextClassLoader(loader);
    }

    private static URL url(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw Refusal.invalid("--jars: files that exist, separated by commas, but got " + jar);
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsProblem(URLClassLoader loader) {
        try {
            return loader.findResources(SERVICE).hasMoreElements();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
