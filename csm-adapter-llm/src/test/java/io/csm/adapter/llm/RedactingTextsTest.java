package io.csm.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactingTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            write to mia.berg@acme.example please      | write to [email] please
            <MIA+crm@mail.acme.co.uk>                  | <[email]>
            jürgen@müller.example                      | [email]
            call +49 151 23456789 today                | call [phone] today
            call +1 (415) 555-2671                     | call [phone]
            call 0049 151 23456789                     | call [phone]
            call (415) 555-2671 or 415-555-2671        | call [phone] or [phone]
            call 030/12345678                          | call [phone]
            call 0151 234 567 89                       | call [phone]
            Tel.: 5552671234                           | [phone]
            card 4111 1111 1111 1111 was declined      | card [card] was declined
            card 4111-1111-1111-1111                   | card [card]
            card 378282246310005                       | card [card]
            card 5555555555554444.                     | card [card].
            card 4111 1111 1111 1111 12/28             | card [card] 12/28
            card 4111 1111 1111 1111 123               | card [card] 123
            card 4111111111111111 12 123               | card [card] 12 123
            card 4111.1111.1111.1111                   | card [card]
            card 3782 822463 10005                     | card [card]
            call 1-800-555-0199                        | call [phone]
            call 1 (800) 555-0199                      | call [phone]
            call 01511234567 or 07911123456            | call [phone] or [phone]
            use whsec_abcDEF0123456789ghij             | use [key]
            {"password":"hunter2"}                     | {"[password]}
            {"api_key" : "abc def", "n": 1}            | {"[password], "n": 1}
            :password => 'hunter 2'                    | :[password]
            db_password=hunter2 db_host=x              | [password] db_host=x
            client_secret=abc                          | [password]
            clientSecret=abc                           | [password]
            access_token=abc                           | [password]
            accessToken: abc                           | [password]
            OPENAI_API_KEY=abc                         | [password]
            AWS_SECRET_ACCESS_KEY=abc                  | [password]
            pass: hunter2                              | [password]
            DB_PASS=geheim                             | [password]
            use sk-proj-abcDEF0123456789ghij           | use [key]
            use sk_live_abcDEF0123456789               | use [key]
            use AKIAIOSFODNN7EXAMPLE                   | use [key]
            Authorization: Bearer abcdef0123456789     | Authorization: [key]
            ghp_abcdefghijklmnopqrst0123456789         | [key]
            xoxb-123456789012-abcdefghijkl             | [key]
            eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc | [key]
            d41d8cd98f00b204e9800998ecf8427e           | [key]
            dGhpcyBpcyBhIHNlY3JldCB2YWx1ZSBvZiBtaW5lIDEyMw== | [key]
            my password: hunter2, thanks               | my [password] thanks
            pwd=Tr0ub4dor&3                            | [password]
            Passwort = geheim                          | [password]
            the password is hunter2!                   | the [password]
            api_key="abc def"                          | [password]
            https://mia:secret@acme.example/x          | https://[password]@acme.example/x
            """)
    void takes_out_what_must_not_leave(String text, String redacted) {
        assertThat(Redaction.redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 4711-0815-2026 is late",
                "order ORD-2026-000123456789",
                "order 4111111111111112 fails the check digit",
                "invoice 1234567890123456",
                "INV-0451-2233445",
                "ticket #20260302-17 of 2026-03-02 12:30:00",
                "from 01.02.2026 to 31.12.2026",
                "02/03/2026 and 2026/03/02",
                "2026-03-02T12:00:00Z",
                "1,200,000.00 EUR, 1.200.000,00 EUR and 1 200 000 EUR",
                "84000 EUR for 140 seats, 12.5 % more",
                "100-200-3000",
                "version 10.4.2.1 on 192.168.10.20",
                "3 of 15 points in 90 days",
                "the password reset does not work",
                "the password is wrong",
                "a secret wish and a token of thanks",
                "a task-oriented risk-free sk-ill",
                "we meet @ noon",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "A-2e4581",
                "phone: 2026-03-02 10:00",
                "1,250,000 EUR or 4,111,111,111,111 EUR",
                "ticket 4500012345, ticket no. 01511234567 and #01511234567",
                "order 0012345678 and CASE-01511234567",
                "2026-03-02 2026-06-15 2026-09-30",
                "2026.03.02 12.30.45",
                "scores 68 41 26 105 140 132 84000 84000",
                "compass: north, spin: 5, tokens: 3, secrets: none",
                "on the second pass: all is well",
                "1 200 000 of 1 800 555 events",
                "the quick-brown-fox-jumps-over-the-lazy-dog-again-and-again"
            })
    void leaves_what_only_looks_like_it(String text) {
        assertThat(Redaction.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "a@", "0 ", "+1 ", "ab/"})
    void is_quick_with_long_texts(String part) {
        String text = part.repeat(100_000 / part.length());

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(10), () -> Redaction.redact(text));
    }
}
