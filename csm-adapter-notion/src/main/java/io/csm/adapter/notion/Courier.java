package io.csm.adapter.notion;

import io.csm.application.directory.port.DirectoryUnavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Carries one request to Notion and its answer back, once, through the {@link RateGate}. It alone knows the token, and no
 * message that leaves it shows it.
 */
final class Courier implements AutoCloseable {

    private static final long LARGEST_ANSWER = 10L * 1024 * 1024;
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient http;
    private final RateGate gate;
    private final NotionSettings.Token token;
    private final Clock clock;
    private final Duration timeout;

    /** The clock tells the time of day, which dates in answers mean. */
    Courier(NotionSettings.Token token, RateGate gate, Clock clock, Duration timeout) {
        this.token = token;
        this.gate = gate;
        this.clock = clock;
        this.timeout = timeout;
        // OkHttp must not repeat requests by itself: they would pass by the gate, and a repeated create makes two
        // pages.
        this.http = new OkHttpClient.Builder()
                .callTimeout(timeout)
                .readTimeout(timeout)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addNetworkInterceptor(new HiddenRetryAfter())
                .addNetworkInterceptor(Courier::stamp)
                .build();
    }

    String get(HttpUrl url, String version) {
        return carry(to(url, version).get());
    }

    String post(HttpUrl url, String version, String json) {
        return carry(to(url, version).post(body(json)));
    }

    String patch(HttpUrl url, String version, String json) {
        return carry(to(url, version).patch(body(json)));
    }

    String delete(HttpUrl url, String version) {
        return carry(to(url, version).delete());
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private Request.Builder to(HttpUrl url, String version) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + token.value())
                .header("Notion-Version", version)
                .header("User-Agent", "csm");
    }

    private static RequestBody body(String json) {
        return RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON);
    }

    private String carry(Request.Builder builder) {
        RateGate.Passage passage = gate.pass();
        Request request = builder.tag(RateGate.Passage.class, passage).build();
        try (passage;
                Response response = http.newCall(request).execute()) {
            String body = text(response);
            if (response.isSuccessful()) {
                return body;
            }
            throw failure(response, body);
        } catch (InterruptedIOException late) {
            throw tooLate(late);
        } catch (IOException broken) {
            throw new Outage("Notion cannot be reached at " + request.url().host() + ": " + reason(broken), broken);
        }
    }

    /** Connecting may have taken a while since the request passed. */
    private static Response stamp(Interceptor.Chain chain) throws IOException {
        Optional.ofNullable(chain.request().tag(RateGate.Passage.class)).ifPresent(RateGate.Passage::sent);
        return chain.proceed(chain.request());
    }

    private RuntimeException tooLate(InterruptedIOException late) {
        if (Thread.currentThread().isInterrupted()) {
            return new DirectoryUnavailable("asking Notion was interrupted", Optional.empty(), late);
        }
        return new Outage("Notion did not answer within " + timeout.toMillis() / 1000.0 + " seconds", late);
    }

    private RuntimeException failure(Response response, String body) {
        NotionError error = NotionError.read(response.code(), body);
        String message = error.sentence().replace(token.value(), token.toString());
        if (!error.mayPass()) {
            return new Refusal(response.code(), message, error.severalSources());
        }
        Optional<Duration> retryAfter =
                NotionError.retryAfter(Optional.ofNullable(response.header(HiddenRetryAfter.NAME)), clock.instant());
        retryAfter.ifPresent(gate::closeFor);
        return new Outage(message, retryAfter);
    }

    private static String text(Response response) throws IOException {
        ResponseBody body = response.body();
        if (body.contentLength() > LARGEST_ANSWER || body.source().request(LARGEST_ANSWER + 1)) {
            throw new DirectoryUnavailable("Notion's answer is larger than 10 MB and was not read", Optional.empty());
        }
        return body.string();
    }

    private String reason(IOException broken) {
        return Optional.ofNullable(broken.getMessage())
                .orElseGet(() -> broken.getClass().getSimpleName())
                .replace(token.value(), token.toString());
    }
}
