package io.csm.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class TheArchitectureTest {

    private static final JavaClasses CSM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.csm");

    @Test
    void the_domain_needs_nothing_but_java() {
        ArchitectureRules.THE_DOMAIN_NEEDS_NOTHING_BUT_JAVA.check(CSM);
    }

    @Test
    void the_application_needs_only_the_domain() {
        ArchitectureRules.THE_APPLICATION_NEEDS_ONLY_THE_DOMAIN.check(CSM);
    }

    @Test
    void an_adapter_knows_no_other_adapter() {
        ArchitectureRules.AN_ADAPTER_KNOWS_NO_OTHER_ADAPTER.check(CSM);
    }

    @Test
    void only_the_app_sees_adapters() {
        ArchitectureRules.ONLY_THE_APP_SEES_ADAPTERS.check(CSM);
    }

    @Test
    void adapters_do_not_see_the_app() {
        ArchitectureRules.ADAPTERS_DO_NOT_SEE_THE_APP.check(CSM);
    }

    @Test
    void adapters_show_only_their_factory() {
        ArchitectureRules.ADAPTERS_SHOW_ONLY_THEIR_FACTORY.check(CSM);
    }

    @Test
    void nobody_inside_reads_the_clock() {
        ArchitectureRules.NOBODY_INSIDE_READS_THE_CLOCK.check(CSM);
    }

    @Test
    void nobody_sends_mail() {
        ArchitectureRules.NOBODY_SENDS_MAIL.check(CSM);
    }

    @Test
    void capabilities_form_no_cycle() {
        ArchitectureRules.CAPABILITIES_OF_THE_DOMAIN_FORM_NO_CYCLE.check(CSM);
        ArchitectureRules.CAPABILITIES_OF_THE_APPLICATION_FORM_NO_CYCLE.check(CSM);
    }

    @Test
    void every_package_says_what_it_is() {
        ArchitectureRules.EVERY_PACKAGE_SAYS_WHAT_IT_IS.check(CSM);
    }
}
