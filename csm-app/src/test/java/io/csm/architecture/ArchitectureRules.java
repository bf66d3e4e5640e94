package io.csm.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Who may know whom, as allow-lists: what is not named is refused. */
final class ArchitectureRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.lang.Math.random");

    static final ArchRule THE_DOMAIN_NEEDS_NOTHING_BUT_JAVA = classes()
            .that()
            .resideInAPackage("io.csm.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.csm.domain..", "java..", "jakarta.validation..")
            .because("it is embedded in other people's applications");

    static final ArchRule THE_APPLICATION_NEEDS_ONLY_THE_DOMAIN = classes()
            .that()
            .resideInAPackage("io.csm.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.csm.application..", "io.csm.domain..", "java..")
            .because("use cases know ports, never what is behind them");

    static final ArchRule AN_ADAPTER_KNOWS_NO_OTHER_ADAPTER = slices().matching("io.csm.adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each can be left out of an application that embeds CSM");

    static final ArchRule ONLY_THE_APP_SEES_ADAPTERS = classes()
            .that()
            .resideInAPackage("io.csm.adapter..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("io.csm.adapter..", "io.csm.app..")
            .because("the composition root is the one place that chooses");

    static final ArchRule ADAPTERS_DO_NOT_SEE_THE_APP = noClasses()
            .that()
            .resideInAPackage("io.csm.adapter..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("io.csm.app..")))
            .because("an embedder has adapters without the application around them");

    static final ArchRule ADAPTERS_SHOW_ONLY_THEIR_FACTORY = classes()
            .that()
            .resideInAPackage("io.csm.adapter..")
            .and()
            .arePublic()
            .and()
            .areNotMemberClasses()
            .should(HaveANameThat.endsWithOneOf(
                    List.of("Adapter", "Settings", "Exception", "Unavailable", "Refused", "NotReproducible")))
            .because("nobody outside should be able to name an implementation");

    static final ArchRule NOBODY_INSIDE_READS_THE_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("io.csm.domain..", "io.csm.application..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "reads the clock, the locale or a random source",
                    call -> CLOCKS.contains(nameOf(call.getTarget()))))
            .because("clock and ids come in through constructors");

    static final ArchRule NOBODY_SENDS_MAIL = noClasses()
            .that()
            .resideInAPackage("io.csm..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.mail.Transport")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.angus.mail.smtp..")
            .because("CSM prepares drafts, and people send them");

    static final ArchRule CAPABILITIES_OF_THE_DOMAIN_FORM_NO_CYCLE =
            slices().matching("io.csm.domain.(*)..").should().beFreeOfCycles();

    static final ArchRule CAPABILITIES_OF_THE_APPLICATION_FORM_NO_CYCLE =
            slices().matching("io.csm.application.(*)..").should().beFreeOfCycles();

    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_IT_IS =
            classes().that().areTopLevelClasses().should(HaveANameThat.standsBesideAPackageInfo());

    private ArchitectureRules() {}

    private static String nameOf(AccessTarget.CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return owner.getName() + "." + target.getName();
    }
}
