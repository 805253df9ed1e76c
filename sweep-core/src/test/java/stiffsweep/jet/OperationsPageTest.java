package stiffsweep.jet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps docs/operations.md whole: a row for every public operation, and none for what is not there. */
class OperationsPageTest {

    /** The first two cells of a row: a call such as `u.sin()`, and the class that has it. */
    private static final Pattern ROW = Pattern.compile("^\\| `(?:\\w+)\\.(\\w+)\\(.*?\\)` \\| (both|Dual|Jet) \\|");

    private static final Set<String> OF_EVERY_RECORD = Set.of("equals", "hashCode", "toString");

    @ParameterizedTest
    @ValueSource(classes = {Dual.class, Jet.class})
    void hasARowForEveryPublicOperation(Class<?> type) throws IOException {
        assertThat(rows(type.getSimpleName())).isEqualTo(operations(type));
    }

    private static Set<String> rows(String type) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "operations.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.find() && (row.group(2).equals("both") || row.group(2).equals(type))) {
                names.add(row.group(1));
            }
        }
        return names;
    }

    private static Set<String> operations(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !OF_EVERY_RECORD.contains(name))
                .forEach(names::add);
        return names;
    }
}
