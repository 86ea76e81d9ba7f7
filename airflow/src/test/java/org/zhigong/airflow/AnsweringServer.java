package org.zhigong.airflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that gives the answers it was told, one after the other, and remembers what it was asked. */
final class AnsweringServer implements AutoCloseable {

    static final String TOKEN = "{\"access_token\": \"first\"}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body) {}

    AnsweringServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    AnsweringServer then(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Airflow client() {
        Limits quick = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 3, Duration.ofMillis(5));
        return Airflow.at(address(), Login.user("operator", "secret"), quick);
    }

    /** Each request as method, target, who asks and body. */
    List<String> asked() {
        return asked;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add("%s %s%s%s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        login == null ? "" : " as " + login.replace("Bearer ", ""),
                        body.isEmpty() ? "" : " " + body));
        Answer answer = answers.isEmpty() ? new Answer(500, "nothing more was expected") : answers.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
