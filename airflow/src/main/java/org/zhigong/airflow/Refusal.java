package org.zhigong.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server says when it says no: the text of {@code detail}, or the problems it lists there, or its object.
 *
 * @param problems at least one
 */
record Refusal(int status, List<String> problems) {

    private static final int LONGEST = 500;

    static Refusal of(int status, String body) {
        return new Refusal(status, problems(body));
    }

    /** A token that has expired (401) or was signed by somebody else (403), as Airflow says it. */
    boolean isOfToken() {
        return status == 401 || (status == 403 && problems.get(0).contains("JWT"));
    }

    /** Something that may be over soon: too many calls, a restart, a database that others hold. */
    boolean mayPass() {
        return status == 429 || status >= 500;
    }

    AirflowException toException(String call) {
        String said = String.join("; ", problems);
        String message = "%s: the server says %d: %s".formatted(call, status, said);
        return switch (status) {
            case 401 -> new AirflowException.NotLoggedIn(message + ". Check the user and the password", status);
            case 403 ->
                isOfToken()
                        ? new AirflowException.NotLoggedIn(message + ". Check the login", status)
                        : new AirflowException.Forbidden(message + ". Ask for a role that allows it", status);
            case 404 -> new AirflowException.NotFound(message, status);
            case 409 -> new AirflowException.Conflict(message, status);
            default ->
                status < 500 && status != 429
                        ? new AirflowException.Invalid(message, status, problems)
                        : new AirflowException.ServerFailed(message, status);
        };
    }

    private static List<String> problems(String body) {
        JsonNode detail;
        try {
            detail = JsonText.MAPPER.readTree(body).path("detail");
        } catch (JsonProcessingException e) {
            return List.of(shortened(body));
        }
        List<String> problems = new ArrayList<>();
        if (detail.isArray()) {
            detail.forEach(each -> problems.add(problem(each)));
        } else if (detail.isObject()) {
            problems.add(detail.hasNonNull("reason") ? detail.get("reason").asText() : detail.toString());
        } else if (detail.isTextual()) {
            problems.add(detail.asText());
        }
        return problems.isEmpty() ? List.of(shortened(body)) : problems;
    }

    private static String problem(JsonNode each) {
        List<String> place = new ArrayList<>();
        each.path("loc").forEach(part -> place.add(part.asText()));
        return String.join(".", place) + ": " + each.path("msg").asText(each.toString());
    }

    private static String shortened(String body) {
        String text = body.isBlank() ? "(no text)" : body.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
