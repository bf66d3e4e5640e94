package io.csm.adapter.notion;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import notion.api.v1.http.NotionHttpClient;
import notion.api.v1.http.NotionHttpResponse;
import notion.api.v1.logging.NotionLogger;
import okhttp3.HttpUrl;

/**
 * Lets Notion's SDK send through the {@link Courier}, in one version of the API. Headers of the SDK are left out, as the
 * courier sets its own, and so is its logging, which would show contents.
 */
final class SdkTransport implements NotionHttpClient {

    private static final int OK = 200;

    private final Courier courier;
    private final String version;

    SdkTransport(Courier courier, String version) {
        this.courier = courier;
        this.version = version;
    }

    @Override
    public NotionHttpResponse get(
            NotionLogger logger, String url, Map<String, ? extends List<String>> query, Map<String, String> headers) {
        return answered(courier.get(full(url, query), version));
    }

    @Override
    public NotionHttpResponse postTextBody(
            NotionLogger logger,
            String url,
            Map<String, ? extends List<String>> query,
            String body,
            Map<String, String> headers) {
        return answered(courier.post(full(url, query), version, body));
    }

    @Override
    public NotionHttpResponse patchTextBody(
            NotionLogger logger,
            String url,
            Map<String, ? extends List<String>> query,
            String body,
            Map<String, String> headers) {
        return answered(courier.patch(full(url, query), version, body));
    }

    @Override
    public NotionHttpResponse delete(
            NotionLogger logger, String url, Map<String, ? extends List<String>> query, Map<String, String> headers) {
        return answered(courier.delete(full(url, query), version));
    }

    @Override
    public void close() {
        // the courier is closed by the adapter
    }

    @Override
    public String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String buildQueryString(Map<String, ? extends List<String>> query) {
        throw new UnsupportedOperationException("the query is built together with the address");
    }

    @Override
    public String buildFullUrl(String url, String query) {
        throw new UnsupportedOperationException("the query is built together with the address");
    }

    @Override
    public void debugLogStart(NotionLogger logger, String method, String url, String body) {}

    @Override
    public void debugLogSuccess(NotionLogger logger, long started, NotionHttpResponse response) {}

    @Override
    public void warnLogFailure(NotionLogger logger, Exception failure) {}

    private static HttpUrl full(String url, Map<String, ? extends List<String>> query) {
        HttpUrl.Builder builder = HttpUrl.get(url).newBuilder();
        query.forEach((name, values) -> values.forEach(value -> builder.addQueryParameter(name, value)));
        return builder.build();
    }

    private static NotionHttpResponse answered(String body) {
        return new NotionHttpResponse(OK, body, Map.of());
    }
}
