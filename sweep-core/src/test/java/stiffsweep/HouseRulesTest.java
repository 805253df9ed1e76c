package stiffsweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package of the core may import which: the drawing of the house is what the build checks. */
class HouseRulesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("stiffsweep");

    /** A package, the project's packages it may import, and third-party packages it may import. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    space     |                                                 | org.hipparchus
                    sweep     | space stats                                     |
                    store     | space sweep                                     | com.typesafe.config
                    stop      | sweep                                           |
                    config    | space stop store sweep                          | com.typesafe.config
                    tensor    |                                                 | ai.djl
                    jet       | tensor                                          | ai.djl.ndarray
                    network   | tensor jet sweep                                | ai.djl.ndarray
                    reference |                                                 | org.hipparchus
                    problem   | jet reference tensor sweep                      | ai.djl.ndarray
                    train     | jet network problem sweep tensor                | ai.djl.ndarray org.ejml
                    measure   | jet network problem train sweep tensor          | ai.djl.ndarray
                    run       | measure train network problem jet tensor sweep  |
                    stats     |                                                 | org.apache.commons
                    """)
    void packagesImportOnlyWhatTheTableAllows(String name, String project, String thirdParties) {
        Set<String> allowed =
                Arrays.stream(words(project)).map(word -> "stiffsweep." + word).collect(Collectors.toSet());
        allowed.add("stiffsweep." + name);
        allowed.addAll(Set.of("java", "org.jspecify"));
        allowed.addAll(Arrays.asList(words(thirdParties)));
        classes()
                .that()
                .resideInAPackage("stiffsweep." + name + "..")
                .should()
                .onlyDependOnClassesThat(within(allowed))
                .check(CORE);
    }

    @Test
    void onlyTheTensorPackageKnowsTheEnginesImplementation() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stiffsweep.tensor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch..")
                .check(CORE);
    }

    private static DescribedPredicate<JavaClass> within(Set<String> packages) {
        return DescribedPredicate.describe(
                "in " + packages,
                type -> type.isPrimitive()
                        || packages.stream()
                                .anyMatch(name -> type.getBaseComponentType().isPrimitive()
                                        || type.getBaseComponentType()
                                                .getPackageName()
                                                .equals(name)
                                        || type.getBaseComponentType()
                                                .getPackageName()
                                                .startsWith(name + ".")));
    }

    private static String[] words(String text) {
        return text == null || text.isBlank() ? new String[0] : text.trim().split(" +");
    }
}
