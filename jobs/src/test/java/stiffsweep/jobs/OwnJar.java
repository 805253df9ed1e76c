package stiffsweep.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A jar of classes that are compiled outside of the project's modules, as users do. */
final class OwnJar {

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

    private OwnJar() {}

    /** The classes of a page of documentation by name. */
    static Map<String, String> classesOf(Path page) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        Matcher blocks = JAVA.matcher(Files.readString(page));
        while (blocks.find()) {
            Matcher name = CLASS.matcher(blocks.group(1));
            assertThat(name.find()).isTrue();
            sources.put(name.group(1), blocks.group(1));
        }
        return sources;
    }

    /**
     * Compiles classes of the package {@code own} into a jar.
     *
     * @param problems the classes that are named as problems; none leaves the file of services away
     */
    static Path of(Map<String, String> sources, List<String> problems, Path jar) throws IOException {
        Path folder = Files.createTempDirectory(jar.getParent(), "build");
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror", "-d"));
        arguments.addAll(List.of(classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        if (!problems.isEmpty()) {
            Path services = Files.createDirectories(classes.resolve("META-INF/services"));
            String lines =
                    String.join("\n", problems.stream().map("own."::concat).toList());
            Files.writeString(services.resolve("stiffsweep.problem.Problem"), lines);
        }
        pack(classes, jar);
        return jar;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
        }
    }
}
