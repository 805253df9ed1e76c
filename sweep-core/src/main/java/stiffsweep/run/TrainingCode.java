package stiffsweep.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import stiffsweep.problem.Problems;
import stiffsweep.sweep.ContentHash;

/** All the code that a training depends on: a state that other code has left may lead on to other numbers. */
public final class TrainingCode {

    private static final int DIGITS = 8;

    private TrainingCode() {}

    /**
     * The version of this code, and of the jars that hold problems that are not built in.
     *
     * @param jars further jars that trainings depend on
     * @throws IOException if a jar cannot be read
     */
    public static String version(Collection<Path> jars) throws IOException {
        SortedSet<String> parts = new TreeSet<>();
        for (Path jar : jars) {
            parts.add(part(jar));
        }
        for (Path jar : jarsOfProblems().toList()) {
            parts.add(part(jar));
        }
        if (!CodeVersion.isExact()) {
            for (Path jar : jarOf(CodeVersion.class).toList()) {
                parts.add(part(jar));
            }
        }
        return parts.isEmpty() ? CodeVersion.commit() : CodeVersion.commit() + " with " + String.join(", ", parts);
    }

    private static Stream<Path> jarsOfProblems() {
        return Problems.own().stream().flatMap(problem -> jarOf(problem.getClass()));
    }

    /** The jar that a class is from; none where it is from a folder of classes. */
    private static Stream<Path> jarOf(Class<?> type) {
        return Stream.ofNullable(type.getProtectionDomain().getCodeSource())
                .flatMap(source -> Stream.ofNullable(source.getLocation()))
                .map(location -> URI.create(location.toString()))
                .filter(location -> "file".equals(location.getScheme()))
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    private static String part(Path jar) throws IOException {
        return jar.getFileName() + " " + ContentHash.ofFile(jar, DIGITS);
    }
}
