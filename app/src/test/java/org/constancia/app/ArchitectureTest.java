package org.constancia.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.constancia.app.accountability.ImpunityReading;
import org.constancia.app.record.Commitments;
import org.constancia.app.record.Sayings;
import org.constancia.app.web.record.EventsPage;
import org.jspecify.annotations.NullMarked;

/// Which part may know which other: the rules of `ARCHITECTURE.md`, kept by the build.
///
/// A rule that speaks of packages nobody has any more fails too, so none of them can go stale unseen.
@AnalyzeClasses(
        packages = "org.constancia",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    /// The test classes that one module lends to another.
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] ENGINES = {
        "org.constancia.text..", "org.constancia.linkage..", "org.constancia.estimation..", "org.constancia.evidence.."
    };

    @ArchTest
    static final ArchRule theAppKnowsTheStoreWhichKnowsTheEnginesWhichKnowTheCore = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.constancia..")
            .layer("core")
            .definedBy("org.constancia.core..")
            .layer("text")
            .definedBy("org.constancia.text..")
            .layer("linkage")
            .definedBy("org.constancia.linkage..")
            .layer("estimation")
            .definedBy("org.constancia.estimation..")
            .layer("evidence")
            .definedBy("org.constancia.evidence..")
            .layer("store")
            .definedBy("org.constancia.store..")
            .layer("app")
            .definedBy("org.constancia.app..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayOnlyAccessLayers("core")
            .whereLayer("linkage")
            .mayOnlyAccessLayers("core")
            .whereLayer("estimation")
            .mayOnlyAccessLayers("core")
            .whereLayer("evidence")
            .mayOnlyAccessLayers("core")
            .whereLayer("store")
            .mayOnlyAccessLayers("core", "text", "linkage", "estimation", "evidence")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule theCoreIsPlainJava = classes()
            .that()
            .resideInAPackage("org.constancia.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.constancia.core..", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule enginesKnowNoDatabaseAndNoFramework = noClasses()
            .that()
            .resideInAnyPackage(ENGINES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.postgresql..",
                    "org.springframework..",
                    "jakarta..",
                    "picocli..",
                    "gg.jte..");

    @ArchTest
    static final ArchRule theStoreKnowsNoPagesAndNoCommands = noClasses()
            .that()
            .resideInAPackage("org.constancia.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "picocli..",
                    "gg.jte..",
                    "org.springframework.boot..",
                    "org.springframework.context..",
                    "org.springframework.security..",
                    "org.springframework.stereotype..",
                    "org.springframework.web..");

    /// A page asks its port; that a capability answers from tables is not its business.
    @ArchTest
    static final ArchRule pagesKnowOnlyTheirPorts = noClasses()
            .that()
            .resideInAPackage("org.constancia.app.web..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.dao..")
                    .or(resideInAPackage("org.constancia..")
                            .and(resideOutsideOfPackages(
                                    "org.constancia.app.web..",
                                    "org.constancia.app.chart..",
                                    "org.constancia.core.."))));

    @ArchTest
    static final ArchRule onlyConfigureWires = noClasses()
            .that()
            .resideOutsideOfPackage("org.constancia.app.configure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.boot..", "org.springframework.context..", "org.springframework.beans..");

    @ArchTest
    static final ArchRule onlyPagesSpeakHttp = noClasses()
            .that()
            .resideOutsideOfPackages("org.constancia.app.web..", "org.constancia.app.configure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "org.springframework.http..",
                    "org.springframework.security..",
                    "org.springframework.stereotype..",
                    "org.springframework.web..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("org.constancia.app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule commandsWithoutARecordKnowNoDatabase = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.constancia.app.cli.estimate..",
                    "org.constancia.app.cli.link..",
                    "org.constancia.app.cli.reading..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.constancia.store..", "java.sql..", "javax.sql..", "org.springframework..");

    /// Beside the command line, the programs that run in a process of their own print, and are named for it.
    @ArchTest
    static final ArchRule nothingPrintsButCommandsAndPrograms = noClasses()
            .that()
            .resideOutsideOfPackage("org.constancia.app.cli..")
            .and()
            .haveSimpleNameNotEndingWith("Program")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule timeIsAnArgument = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule chanceIsAnArgument =
            noClasses().should().callMethod(Math.class, "random").orShould().callConstructor(Random.class);

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyHold =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");

    @ArchTest
    static final ArchRule packagesOfTheCoreHaveAnOrder =
            slices().matching("org.constancia.core.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfLinkageHaveAnOrder =
            slices().matching("org.constancia.linkage.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfEstimationHaveAnOrder =
            slices().matching("org.constancia.estimation.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfEvidenceHaveAnOrder =
            slices().matching("org.constancia.evidence.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheStoreHaveAnOrder =
            slices().matching("org.constancia.store.(**)").should().beFreeOfCycles();

    /// Inside `extract` the rules and the candidates they make know each other; between the areas there is an order.
    @ArchTest
    static final ArchRule areasOfTextHaveAnOrder =
            slices().matching("org.constancia.text.(*)..").should().beFreeOfCycles();

    /// Three knots are known. The root command lists the commands, which know its options. The page of commitments
    /// is filled by accountability from what was said, which record reads. And the list behind a number of
    /// accountability is shown like a list of events.
    @ArchTest
    static final ArchRule packagesOfTheAppHaveAnOrder = slices().matching("org.constancia.app.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("org.constancia.app.cli"), resideInAPackage("org.constancia.app.cli.*"))
            .ignoreDependency(ImpunityReading.class, Commitments.class)
            .ignoreDependency(ImpunityReading.class, Sayings.class)
            .ignoreDependency(resideInAPackage("org.constancia.app.web.accountability"), type(EventsPage.class));

    @ArchTest
    static void everyPackageSaysWhereNullMayBe(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(javaClass -> javaClass.getPackage())
                        .distinct()
                        .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }
}
