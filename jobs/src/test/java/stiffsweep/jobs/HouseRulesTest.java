package stiffsweep.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which module knows what, and how classes are shaped, in all modules that the command is made of. */
class HouseRulesTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("stiffsweep");

    @Test
    void concreteClassesAreFinal() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .areNotEnums()
                .and(DescribedPredicate.not(partOfAnEnum()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(ALL);
    }

    @Test
    void theAnalysisKnowsResultsAndNotWhatMakesThem() {
        noClasses()
                .that()
                .resideInAPackage("stiffsweep.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "stiffsweep.folder..",
                        "stiffsweep.storage..",
                        "stiffsweep.spark..",
                        "stiffsweep.jobs..",
                        "org.apache.spark..",
                        "ai.djl..")
                .check(ALL);
    }

    /** All that only looks at results starts without Spark, and works where there is none. */
    @Test
    void onlyTheVerbThatRunsASweepKnowsSpark() {
        noClasses()
                .that()
                .resideInAPackage("stiffsweep.jobs..")
                .and()
                .doNotBelongToAnyOf(RunCommand.class, Interruption.class, PlainProgress.class, TerminalProgress.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("stiffsweep.spark..", "org.apache.spark..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Interruption.class, PlainProgress.class, TerminalProgress.class)
                .check(ALL);
    }

    @Test
    void theRunKnowsNeitherTheAnalysisNorTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("stiffsweep.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("stiffsweep.analysis..", "stiffsweep.jobs..", "picocli..")
                .check(ALL);
    }

    @Test
    void storageKnowsNothingOfWhatFilesHold() {
        noClasses()
                .that()
                .resideInAPackage("stiffsweep.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("stiffsweep.folder..", "stiffsweep.spark..", "org.apache.spark..")
                .check(ALL);
    }

    @Test
    void aResultFolderDoesNotKnowTheRun() {
        noClasses()
                .that()
                .resideInAPackage("stiffsweep.folder..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("stiffsweep.spark..", "stiffsweep.jobs..", "org.apache.spark..", "scala..")
                .check(ALL);
    }

    @Test
    void onlyClassesThatSaySoInTheirNameKnowFileSystemsOfHadoop() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Hadoop")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hadoop..")
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> partOfAnEnum() {
        return DescribedPredicate.describe(
                "part of an enum",
                type -> type.getRawSuperclass().map(JavaClass::isEnum).orElse(false) || type.isAnonymousClass());
    }
}
