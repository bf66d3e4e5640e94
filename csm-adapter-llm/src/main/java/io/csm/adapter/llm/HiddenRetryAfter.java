package io.csm.adapter.llm;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps {@code Retry-After} out of OkHttp's sight: it sends a request again by itself, even a POST, when a 503 says that
 * it may at once. Whoever sent the request finds the header under {@link #NAME}.
 */
final class HiddenRetryAfter implements Interceptor {

    static final String NAME = "X-Hidden-Retry-After";

    private static final String SHOWN = "Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String wish = response.header(SHOWN);
        Response.Builder hidden = response.newBuilder().removeHeader(SHOWN).removeHeader(NAME);
        return (wish == null ? hidden : hidden.header(NAME, wish)).build();
    }
}
