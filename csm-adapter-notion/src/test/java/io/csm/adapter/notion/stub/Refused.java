package io.csm.adapter.notion.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The stub says no, as Notion would. */
final class Refused extends RuntimeException {

    final int status;
    private final String code;
    private final transient List<String> sources;

    private Refused(int status, String code, String message, List<String> sources) {
        super(message);
        this.status = status;
        this.code = code;
        this.sources = sources;
    }

    static Refused invalid(String message) {
        return new Refused(400, "validation_error", message, List.of());
    }

    static Refused unauthorized() {
        return new Refused(401, "unauthorized", "API token is invalid.", List.of());
    }

    static Refused notFound(String what, String id) {
        return new Refused(
                404,
                "object_not_found",
                "Could not find " + what + " with ID: " + id
                        + ". Make sure the relevant pages and databases are shared with your integration.",
                List.of());
    }

    static Refused wrongUrl() {
        return new Refused(400, "invalid_request_url", "Invalid request URL.", List.of());
    }

    static Refused severalSources(List<String> sources) {
        return new Refused(
                400,
                "validation_error",
                "Databases with multiple data sources are not supported in this API version.",
                sources);
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("object", "error").put("status", status).put("code", code).put("message", getMessage());
        if (!sources.isEmpty()) {
            ObjectNode more = body.putObject("additional_data");
            more.put("error_type", "multiple_data_sources_for_database");
            sources.forEach(more.putArray("child_data_source_ids")::add);
        }
        return body;
    }
}
