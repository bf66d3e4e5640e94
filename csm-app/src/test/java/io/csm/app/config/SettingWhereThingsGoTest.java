package io.csm.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.csm.app.channel.WebhookSettings.Subscriber;
import io.csm.app.mail.MailSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingWhereThingsGoTest {

    private static final String SECRET = "geheim-geheim-4711";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new LinkedHashMap<>();

    private CsmSettings settings(String yaml) throws IOException {
        Files.writeString(home.resolve("csm.yaml"), yaml.replace("\\n", "\n"));
        return CsmSettings.load(home, environment);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    @Test
    void nothing_goes_anywhere_unless_it_is_set() throws IOException {
        CsmSettings settings = settings("");

        assertThat(settings.webhooks().subscribers()).isEmpty();
        assertThat(settings.chat().webhookUrl()).isEmpty();
        assertThat(settings.mail()).isEmpty();
    }

    @Test
    void webhooks_have_names_and_each_its_secret() throws IOException {
        Path secret = file("secret", SECRET + "\n");
        environment.put("CSM_WEBHOOKS_DATA_LAKE_SECRET", "another-secret-of-16");

        CsmSettings settings = settings("webhooks:\n  crm:\n    url: https://crm.example.com/x\n    secret_file: "
                + secret + "\n  data-lake:\n    url: https://lake.example.com\n");

        assertThat(settings.webhooks().allowPrivate()).isFalse();
        assertThat(settings.webhooks().subscribers())
                .extracting(
                        Subscriber::name, Subscriber::url, each -> each.secret().value())
                .containsExactly(
                        tuple("crm", "https://crm.example.com/x", SECRET),
                        tuple("data-lake", "https://lake.example.com", "another-secret-of-16"));
        assertThat(settings.toString()).doesNotContain(SECRET).doesNotContain("another-secret");
    }

    @Test
    void webhooks_can_be_given_by_the_environment_alone() throws IOException {
        environment.put("CSM_WEBHOOKS_DATA_LAKE_URL", "http://127.0.0.1:8080/");
        environment.put(
                "CSM_WEBHOOKS_DATA_LAKE_SECRET_FILE", file("secret", SECRET).toString());
        environment.put("CSM_WEBHOOKS_ALLOW_PRIVATE", "true");

        CsmSettings settings = settings("");

        assertThat(settings.webhooks().subscribers())
                .extracting(Subscriber::name)
                .containsExactly("data-lake");
        assertThat(settings.webhooks().allowPrivate()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            webhooks:\\n  crm:\\n    ulr: https://h                | line 3, column 10: there is no setting 'webhooks.crm.ulr'; did you mean webhooks.crm.url?
            webhooks:\\n  CRM:\\n    url: https://h                | the name of a webhook must be 1 to 30 lower-case letters, digits and dashes but is 'CRM'
            webhooks:\\n  crm:\\n    secret: geheim-geheim-4711    | a secret belongs into CSM_WEBHOOKS_CRM_SECRET or into a file named by webhooks.crm.secret_file
            webhooks:\\n  crm:\\n    url: [https://h]              | setting webhooks.crm.url must be a single value
            webhooks:\\n  crm: https://h                          | webhooks.crm is a group of settings
            webhooks:\\n  allow_privat: true                      | did you mean webhooks.allow_private?
            webhooks:\\n  allow_private: yes                      | setting webhooks.allow_private must be true or false but was 'yes'
            webhooks:\\n  crm:\\n    url: https://h                | the secret webhooks.crm.secret is missing: set CSM_WEBHOOKS_CRM_SECRET
            webhooks:\\n  set:\\n    url: http://h                 | line 3, column 10: webhooks.set.url must begin with https://
            webhooks:\\n  set:\\n    url: h                        | webhooks.set.url must be a URL that begins with https://
            webhooks:\\n  set:\\n    url: https://mia:pw@h         | webhooks.set.url must not hold a user or a password
            webhooks:\\n  short:\\n    url: https://h              | the secret webhooks.short.secret must have at least 16 characters but has 15
            chat:\\n  webhook_url: https://h/geheim-geheim-4711   | a secret belongs into CSM_CHAT_WEBHOOK_URL or into a file named by chat.webhook_url_file
            mail:\\n  url: imaps://h                              | the secret mail.password is missing: set CSM_MAIL_PASSWORD
            mail:\\n  url: smtp://h                               | line 2, column 8: mail.url must be imaps://host
            """)
    void a_mistake_is_told_with_its_place_and_no_secret(String yaml, String sentence) {
        environment.put("CSM_WEBHOOKS_SET_SECRET", SECRET);
        environment.put("CSM_WEBHOOKS_SHORT_SECRET", "123456789012345");

        assertThatThrownBy(() -> settings(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining("123456789012345");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CSM_WEBHOOK_SECRET_CRM  | sets nothing
            CSM_WEBHOOKS_CRM_ULR    | sets nothing
            CSM_CHAT_URL            | sets nothing
            CSM_MAIL_USR            | sets nothing; did you mean CSM_MAIL_USER
            """)
    void a_variable_that_sets_nothing_is_told(String variable, String sentence) {
        environment.put(variable, SECRET);

        assertThatThrownBy(() -> settings(""))
                .hasMessageStartingWith("environment variable " + variable + " " + sentence)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void the_address_of_a_chat_is_a_secret() throws IOException {
        environment.put("CSM_CHAT_WEBHOOK_URL", "https://hooks.example.com/" + SECRET);

        assertThat(settings("").chat().webhookUrl()).isPresent();
        assertThat(settings("").toString()).doesNotContain(SECRET);

        environment.put("CSM_CHAT_WEBHOOK_URL", "http://hooks.example.com/" + SECRET);
        assertThatThrownBy(() -> settings(""))
                .hasMessageStartingWith("chat.webhook_url must begin with https://")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void representatives_have_mailboxes_of_their_own() throws IOException {
        Path password = file("password", "of mia\n");
        Path mailboxes = file(
                "mailboxes.yaml",
                "mia:\n  user: mia@example.com\n  password_file: " + password
                        + "\nTom Berg:\n  user: tom@example.com\n  password_env: CSM_MAIL_PASSWORD_TOM\n");
        environment.put("CSM_MAIL_PASSWORD", SECRET);
        environment.put("CSM_MAIL_PASSWORD_TOM", "of tom");

        MailSettings mail = settings(
                        "mail:\n  url: imaps://mail.example.com\n  user: csm@example.com\n  mailboxes_file: "
                                + mailboxes)
                .mail()
                .orElseThrow();

        assertThat(mail.standard().user()).isEqualTo("csm@example.com");
        assertThat(mail.representatives().keySet()).containsExactly("mia", "Tom Berg");
        assertThat(mail.representatives().get("mia").password().value()).isEqualTo("of mia");
        assertThat(mail.representatives().get("Tom Berg").password().value()).isEqualTo("of tom");
        assertThat(mail.toString())
                .doesNotContain("of mia")
                .doesNotContain("of tom")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            mia:\\n  usr: m                                         | line 2, column 3: a mailbox has no 'usr'; did you mean user?
            mia:\\n  password_env: CSM_MAIL_PASSWORD                | line 2, column 3: the mailbox of mia has no user
            mia:\\n  user: m                                        | the mailbox of mia must have either password_file or password_env
            mia:\\n  user: m\\n  password_env: A\\n  password_file: B | the mailbox of mia must have either password_file or password_env
            mia:\\n  user: m\\n  password_env: NOT_SET               | line 3, column 17: the environment variable NOT_SET is not set
            mia:\\n  user: m\\n  password_file: /no/such             | line 3, column 18: the file /no/such of password_file cannot be read
            mia:\\n  user: [m]                                      | user must be a single value
            mia: m                                                 | must hold representatives
            mia:\\n  user: ' '\\n  password_env: CSM_MAIL_PASSWORD   | line 2, column 9: the user of a mailbox must be one line of text
            """)
    void a_mistake_in_the_file_of_mailboxes_is_told_with_its_place(String text, String sentence) throws IOException {
        Path mailboxes = file("mailboxes.yaml", text.replace("\\n", "\n"));
        environment.put("CSM_MAIL_PASSWORD", SECRET);

        assertThatThrownBy(() -> settings("mail:\n  url: imaps://h\n  user: csm\n  mailboxes_file: " + mailboxes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(mailboxes + ", line ")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining(SECRET);
    }
}
