package io.csm.adapter.llm.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a sober model would say to the prompts of CSM, made of the facts in them. */
public final class SensibleAnswers {

    private SensibleAnswers() {}

    /** The answer to whichever of the five prompts that is. */
    public static String to(String prompt) {
        try {
            int from = prompt.lastIndexOf("<facts>\n") + "<facts>\n".length();
            JsonNode facts = StubServer.MAPPER.readTree(prompt.substring(from, prompt.indexOf("\n</facts>", from)));
            return answer(prompt, facts).toPrettyString();
        } catch (JsonProcessingException | StringIndexOutOfBoundsException noFacts) {
            return "ready";
        }
    }

    private static ObjectNode answer(String prompt, JsonNode facts) {
        if (prompt.contains("\"health_summary\"")) {
            return review(facts);
        }
        if (prompt.contains("\"opportunity_type\"")) {
            return expansion(facts);
        }
        if (prompt.contains("\"underutilized_features\"")) {
            return adoption(facts);
        }
        return prompt.contains("\"churn_narrative\"") ? health(facts) : churn(facts);
    }

    private static String summary(JsonNode facts) {
        JsonNode health = facts.path("health");
        return facts.path("account").path("name").asText() + " scores "
                + health.path("score").asText()
                + " and is " + health.path("band").asText() + "; its churn risk is "
                + health.path("churn_risk").asText() + ".";
    }

    private static ObjectNode object() {
        return StubServer.MAPPER.createObjectNode();
    }

    private static ObjectNode health(JsonNode facts) {
        ObjectNode answer = object().put("churn_narrative", summary(facts));
        answer.putArray("expansion_signals");
        answer.putArray("recommended_actions").add("Talk to the champion this week.");
        return answer;
    }

    private static ObjectNode churn(JsonNode facts) {
        ObjectNode answer = object().put("narrative", summary(facts));
        ArrayNode risks = answer.putArray("risk_factors");
        facts.path("health").path("churn_rules").forEach(risks::add);
        answer.putArray("retention_recommendations").add("Agree on a plan with the sponsor.");
        return answer;
    }

    private static ObjectNode review(JsonNode facts) {
        ObjectNode answer = object().put("health_summary", summary(facts));
        ObjectNode metrics = answer.putObject("roi_metrics");
        facts.path("roi")
                .forEach(metric -> metrics.put(
                        metric.path("name").asText(),
                        "The figure for " + metric.path("name").asText() + " is "
                                + metric.path("value").asText() + "."));
        ObjectNode features = answer.putObject("feature_adoption_scorecard");
        facts.path("adoption").path("features_used").forEach(use -> {
            String feature = use.path("feature").asText();
            features.put(feature, "People use " + feature + ".");
        });
        answer.putArray("expansion_next_steps").add("Meet the sponsor before the renewal.");
        return answer;
    }

    private static ObjectNode expansion(JsonNode facts) {
        ObjectNode answer = object();
        ArrayNode opportunities = answer.putArray("opportunities");
        facts.path("opportunities_found")
                .forEach(found -> opportunities
                        .addObject()
                        .put("opportunity_type", found.path("opportunity_type").asText())
                        .put("evidence", found.path("evidence").path(0).asText())
                        .put("recommended_talk_track", "You are growing; shall we look at what fits you next?")
                        .put("confidence", "high"));
        return answer;
    }

    private static ObjectNode adoption(JsonNode facts) {
        ObjectNode answer = object();
        ArrayNode recommendations = answer.putArray("recommendations");
        facts.path("adoption")
                .path("underutilized_features")
                .forEach(use -> recommendations.add(
                        "Show the team " + use.path("feature").asText() + "."));
        if (recommendations.isEmpty()) {
            recommendations.add("Keep going, and ask the team what they miss.");
        }
        return answer;
    }
}
