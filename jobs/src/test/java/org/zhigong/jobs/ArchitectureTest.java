package org.zhigong.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What the design says of structure, as rules that fail. */
@AnalyzeClasses(packages = "org.zhigong", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule stagesMeetInTablesNotInCode = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("warehouse")
            .definedBy("org.zhigong.warehouse..")
            .layer("ingest")
            .definedBy("org.zhigong.ingest..")
            .layer("transform")
            .definedBy("org.zhigong.transform..")
            .layer("marts")
            .definedBy("org.zhigong.marts..")
            .layer("jobs")
            .definedBy("org.zhigong.jobs..")
            .whereLayer("jobs")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("jobs")
            .whereLayer("marts")
            .mayOnlyBeAccessedByLayers("jobs")
            .whereLayer("transform")
            .mayOnlyBeAccessedByLayers("marts", "jobs");

    @ArchTest
    static final ArchRule onlyTheEngineAndTheReaderKnowDuckDb = noClasses()
            .that()
            .resideOutsideOfPackages("..warehouse.duckdb..", "..ingest.read..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.duckdb..");

    @ArchTest
    static final ArchRule theCityKnowsNothingOfTheWarehouseItIsTruthFor = noClasses()
            .that()
            .resideInAPackage("..jobs.city..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.zhigong.ingest..", "org.zhigong.transform..", "org.zhigong.marts..");

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("org.zhigong.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyMainReadsTheEnvironment = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.zhigong.jobs.Main")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule onlyMainPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.zhigong.jobs.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule timeIsAnArgument = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    @ArchTest
    static final ArchRule noHiddenState = fields().that()
            .areStatic()
            .and()
            .areNotPrivate()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule nobodyThrowsABareRuntimeException = noClasses()
            .that()
            .areNotAssignableTo(RuntimeException.class)
            .should()
            .callConstructor(RuntimeException.class, String.class);

    @ArchTest
    static final ArchRule enginesHaveOneWayIn = classes()
            .that()
            .resideInAPackage("..warehouse.duckdb..")
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveSimpleName("DuckDb")
            .orShould()
            .haveSimpleName("ServingFile");
}
