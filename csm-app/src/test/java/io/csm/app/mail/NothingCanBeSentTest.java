package io.csm.app.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingCanBeSentTest {

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void the_mail_library_that_is_shipped_does_not_speak_the_language(String protocol) {
        Session session = Session.getInstance(new Properties());

        assertThatThrownBy(() -> session.getTransport(protocol)).isInstanceOf(NoSuchProviderException.class);
    }

    @Test
    void the_class_that_would_is_not_there() {
        assertThatThrownBy(() -> Class.forName("org.eclipse.angus.mail.smtp.SMTPTransport"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
