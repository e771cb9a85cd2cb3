package dev.latchkey.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.store.Table;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which room may know which. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latchkey");

    @Test
    void onlyStoreCryptoAndMail_importTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.latchkey.store..", "dev.latchkey.crypto..", "dev.latchkey.mail..", "dev.latchkey.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(PRODUCT);
    }

    @Test
    void featuresNeverKnowTheHandlers_andNothingOfTheProductKnowsTheLocalServer() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.latchkey.functions..", "dev.latchkey.local..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.latchkey.functions..", "com.amazonaws..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.latchkey.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.latchkey.local..")
                .check(PRODUCT);
    }

    @Test
    void roomsKnowEachOtherInOneDirectionOnly() {
        slices().matching("dev.latchkey.(*)..").should().beFreeOfCycles().check(PRODUCT);
        slices().matching("dev.latchkey.functions.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    /** Else a new feature would touch what all functions are made of. */
    @Test
    void whatEveryFunctionIsMadeOf_knowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.latchkey.functions", "dev.latchkey.functions.http..", "dev.latchkey.functions.event..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.latchkey.functions..")
                        .and(resideOutsideOfPackages(
                                "dev.latchkey.functions",
                                "dev.latchkey.functions.http..",
                                "dev.latchkey.functions.event..")))
                .check(PRODUCT);
    }

    @Test
    void theTechnicalRooms_knowNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.latchkey.store..", "dev.latchkey.crypto..", "dev.latchkey.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.latchkey.firm..",
                        "dev.latchkey.contact..",
                        "dev.latchkey.magiclink..",
                        "dev.latchkey.session..",
                        "dev.latchkey.staff..",
                        "dev.latchkey.audit..",
                        "dev.latchkey.mail..")
                .check(PRODUCT);
    }

    /** What it shows is a moment old, so nobody may be let in or kept out by it. */
    @Test
    void onlyWhatTellsStaffOfAccess_readsAnIndex() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.latchkey.report..")
                .should()
                .callMethod(Table.class, "each", String.class, String.class, List.class, Consumer.class)
                .check(PRODUCT);
    }

    @Test
    void secretsComeFromOnePlace_andTimeFromTheClockThatWasGiven() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.latchkey..")
                .and()
                .resideOutsideOfPackages("dev.latchkey.crypto..", "dev.latchkey.local..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|UUID)|java\\.security\\.SecureRandom")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.latchkey.local..", "dev.latchkey.functions.http..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    /** A tree's own text is written by an object mapper, some 340 classes for one line. */
    @Test
    void treesAreWrittenByTheRoomOfJson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.latchkey.local..")
                .should()
                .callMethodWhere(
                        target(nameMatching("to(Pretty)?String")).and(target(owner(assignableTo(JsonNode.class)))))
                .check(PRODUCT);
    }

    /** One that was opened before a snapshot would give all instances woken from it the same. */
    @Test
    void nothingKeepsAGenerator() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("dev.latchkey.local..")
                .should()
                .haveRawType(assignableTo(java.util.Random.class))
                .check(PRODUCT);
    }

    @Test
    void everyFunction_isMadeWhereItIsRegisteredForSnapshots() {
        functions().should().callMethod(Latchkey.class, "onLambda").check(PRODUCT);
    }

    @Test
    void everyFunction_canBeMadeAsTheCloudMakesIt() {
        functions()
                .should()
                .implement(com.amazonaws.services.lambda.runtime.RequestStreamHandler.class)
                .orShould()
                .beAssignableTo(com.amazonaws.services.lambda.runtime.RequestStreamHandler.class)
                .check(PRODUCT);
    }

    private static GivenClassesConjunction functions() {
        return classes()
                .that()
                .resideInAPackage("dev.latchkey.functions..")
                .and()
                .haveSimpleNameEndingWith("Function")
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT);
    }
}
