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
                    space     |                                                                            | org.hipparchus
                    choice    |                                                                            |
                    declare   | choice formula jet                                                         |
                    sweep     | choice declare space stats                                                 |
                    result    | declare sweep                                                              |
                    store     | choice declare formula result space sweep                                  | com.typesafe.config
                    stop      | declare result store sweep                                                 |
                    config    | choice declare result sampling space stop store sweep                      | com.typesafe.config
                    heap      |                                                                            | ai.djl org.hipparchus.special
                    tensor    | choice heap                                                                | ai.djl
                    jet       | choice tensor                                                              | ai.djl.ndarray
                    formula   | jet                                                                        |
                    kernel    | choice                                                                     | jdk.incubator.vector
                    network   | choice declare jet kernel result tensor                                         | ai.djl.ndarray
                    reference |                                                                            | org.hipparchus
                    sampling  | declare reference space                                                    |
                    problem   | choice declare formula jet reference sampling tensor                       | ai.djl.ndarray
                    loss      | choice declare formula jet network problem reference sampling result sweep tensor | ai.djl.ndarray
                    method    | choice declare loss network result sweep tensor                            | ai.djl.ndarray org.ejml
                    train     | choice declare loss method network result sweep tensor                     | ai.djl.ndarray
                    measure   | choice declare formula jet loss network problem reference sampling result store sweep tensor | ai.djl.ndarray
                    run       | choice declare jet kernel loss measure problem result store sweep tensor train    |
                    stats     |                                                                            | org.apache.commons
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

    @Test
    void onlyTheDerivedLoopsNeedTheModuleOfVectors() {
        noClasses()
                .that()
                .resideOutsideOfPackage("stiffsweep.kernel.vector")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
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
