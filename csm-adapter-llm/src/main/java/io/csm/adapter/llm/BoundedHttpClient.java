package io.csm.adapter.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * How langchain4j speaks HTTP here: one call within a time-out, no redirects that could carry a key elsewhere, and never
 * more than a megabyte of answer.
 */
final class BoundedHttpClient implements HttpClient, AutoCloseable {

    private static final int MOST_BYTES = 1_000_000;
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient client;
    private final Duration timeout;
    private final Clock clock;

    BoundedHttpClient(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false) // how often one asks is the model's to say
                .addNetworkInterceptor(new HiddenRetryAfter())
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (Response response = client.newCall(translated(request)).execute()) {
            String body = body(response);
            if (!response.isSuccessful()) {
                throw ModelUnavailable.refused(response.code(), retryAfter(response), body);
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.code())
                    .headers(response.headers().toMultimap())
                    .body(body)
                    .build();
        } catch (InterruptedIOException late) {
            throw ModelUnavailable.silent(timeout);
        } catch (IOException broken) {
            throw ModelUnavailable.unreachable();
        }
    }

    private static Request translated(HttpRequest request) {
        Request.Builder builder = new Request.Builder().url(request.url());
        request.headers().forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
        String body = request.body();
        return builder.method(request.method().name(), body == null ? null : RequestBody.create(body, JSON))
                .build();
    }

    private static String body(Response response) throws IOException {
        byte[] bytes = response.body().byteStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ModelUnavailable.of("the language model's answer has more than a megabyte");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** In milliseconds, as OpenAI says it; else in seconds or as a date, as HTTP does. */
    private Optional<Duration> retryAfter(Response response) {
        String millis = response.header("retry-after-ms", "");
        String seconds = response.header(HiddenRetryAfter.NAME, "");
        if (millis != null && millis.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofMillis(Long.parseLong(millis)));
        }
        if (seconds == null || seconds.isBlank()) {
            return Optional.empty();
        }
        return seconds.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds))) : until(seconds);
    }

    private Optional<Duration> until(String date) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(clock.instant(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("texts are not streamed");
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** Gives this client whatever is asked for; the time-outs are its own. */
    HttpClientBuilder builder() {
        return new Fixed(this);
    }

    private record Fixed(BoundedHttpClient client) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return client.timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return client.timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
