package io.csm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.csm.adapter.jdbc.badexample.NamesTheApp;
import io.csm.adapter.jdbc.badexample.NamesTheLlmAdapter;
import io.csm.adapter.llm.badexample.PublicNarrator;
import io.csm.app.Main;
import io.csm.app.mail.badexample.SendsMail;
import io.csm.application.badexample.KnowsALibrary;
import io.csm.application.badexample.KnowsAnAdapter;
import io.csm.domain.badexample.KnowsTheApplication;
import io.csm.domain.badexample.ReadsTheClock;
import io.csm.domain.badexample.one.LeansOnTwo;
import io.csm.domain.badexample2.two.LeansOnOne;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail protects nothing: each is run over a small class that breaks it. */
class EveryRuleCanFailTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(ArchitectureRules.THE_DOMAIN_NEEDS_NOTHING_BUT_JAVA, KnowsTheApplication.class),
                broken(ArchitectureRules.THE_APPLICATION_NEEDS_ONLY_THE_DOMAIN, KnowsALibrary.class),
                broken(
                        ArchitectureRules.AN_ADAPTER_KNOWS_NO_OTHER_ADAPTER,
                        NamesTheLlmAdapter.class,
                        PublicNarrator.class),
                broken(ArchitectureRules.ONLY_THE_APP_SEES_ADAPTERS, KnowsAnAdapter.class, PublicNarrator.class),
                broken(ArchitectureRules.ADAPTERS_DO_NOT_SEE_THE_APP, NamesTheApp.class, Main.class),
                broken(ArchitectureRules.ADAPTERS_SHOW_ONLY_THEIR_FACTORY, PublicNarrator.class),
                broken(ArchitectureRules.NOBODY_INSIDE_READS_THE_CLOCK, ReadsTheClock.class),
                broken(ArchitectureRules.NOBODY_SENDS_MAIL, SendsMail.class),
                broken(ArchitectureRules.CAPABILITIES_OF_THE_DOMAIN_FORM_NO_CYCLE, LeansOnTwo.class, LeansOnOne.class));
    }

    private static Arguments broken(ArchRule rule, Class<?>... badClasses) {
        return Arguments.of(rule, badClasses);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_bad_class_is_found(ArchRule rule, Class<?>[] badClasses) {
        JavaClasses bad = new ClassFileImporter().importClasses(badClasses);

        assertThat(rule.evaluate(bad).hasViolation()).as(rule.getDescription()).isTrue();
    }
}
