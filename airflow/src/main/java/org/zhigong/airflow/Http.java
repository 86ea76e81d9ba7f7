package org.zhigong.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes calls: says who asks, tries again where that does no harm, and turns refusals into exceptions. */
final class Http {

    private final URI server;
    private final Limits limits;
    private final HttpClient client;
    private final Tokens tokens;

    Http(URI address, Login login, Limits limits) {
        String text = address.toString();
        this.server = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.tokens = new Tokens(this, login);
    }

    <T> T get(Call call, Class<T> type) {
        return JsonText.value(named(call), tree(call), type);
    }

    /** The answer as JSON; nothing for an answer without a body. */
    JsonNode tree(Call call) {
        String body = send(call, BodyHandlers.ofString(), Function.identity());
        return body.isBlank() ? JsonText.MAPPER.missingNode() : JsonText.tree(named(call), body);
    }

    /** The lines of an answer that comes bit by bit; to be closed. */
    Stream<String> lines(Call call) {
        return send(call, BodyHandlers.ofLines(), lines -> lines.limit(100).collect(Collectors.joining("\n")));
    }

    /** The elements of a list that comes in pages. */
    <T> Stream<T> list(Call call, String field, Class<T> type) {
        return Pages.of(this, call, field).map(each -> JsonText.value(named(call), each, type));
    }

    String named(Call call) {
        return "%s %s%s".formatted(call.method(), server, call.target());
    }

    private <T> T send(Call call, BodyHandler<T> handler, Function<T, String> text) {
        Optional<String> token = call.needsLogin() ? Optional.of(tokens.current()) : Optional.empty();
        int tried = 0;
        boolean isRenewed = false;
        while (true) {
            tried++;
            boolean isLast = !call.isRepeatable() || tried >= limits.tries();
            try {
                HttpResponse<T> response = client.send(request(call, token), handler);
                if (response.statusCode() < 300) {
                    return response.body();
                }
                Refusal refusal = Refusal.of(response.statusCode(), text.apply(response.body()));
                if (token.isPresent() && refusal.isOfToken() && !isRenewed) {
                    // The server made no change for a token that it does not accept.
                    token = Optional.of(tokens.renewed(token.get()));
                    isRenewed = true;
                    continue;
                }
                if (isLast || !refusal.mayPass()) {
                    throw refusal.toException(named(call));
                }
            } catch (IOException e) {
                if (isLast) {
                    throw notReached(call, tried, e);
                }
            } catch (InterruptedException e) {
                throw cancelled(named(call), e);
            }
            pause(tried, named(call));
        }
    }

    private HttpRequest request(Call call, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + call.target()))
                .timeout(limits.answer())
                .header("Accept", "application/json, application/x-ndjson")
                .method(
                        call.method(),
                        call.body()
                                .map(body -> BodyPublishers.ofString(JsonText.text(body)))
                                .orElse(BodyPublishers.noBody()));
        call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request.build();
    }

    private AirflowException notReached(Call call, int tried, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new AirflowException.NotReached(
                "%s: no answer after %d tries (%s). Check the address, and whether the server runs"
                        .formatted(named(call), tried, reason),
                e);
    }

    private void pause(int tried, String what) {
        long longest = limits.pause().toMillis() << Math.min(tried - 1, 16);
        sleep(Duration.ofMillis(RandomGenerator.getDefault().nextLong(longest) + 1), what);
    }

    /** @throws AirflowException.Cancelled if the thread is interrupted meanwhile */
    static void sleep(Duration time, String what) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw cancelled(what, e);
        }
    }

    private static AirflowException cancelled(String what, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AirflowException.Cancelled(what + ": interrupted", e);
    }
}
