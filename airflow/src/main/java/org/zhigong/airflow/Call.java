package org.zhigong.airflow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request to come.
 *
 * @param path absolute, its variable parts percent-encoded
 * @param body what is sent as JSON
 * @param isRepeatable whether making it twice is the same as making it once
 * @param needsLogin whether it says who asks
 */
record Call(
        String method,
        String path,
        Map<String, String> query,
        Optional<Object> body,
        boolean isRepeatable,
        boolean needsLogin) {

    static Call get(String path, Object... parts) {
        return new Call("GET", filled(path, parts), Map.of(), Optional.empty(), true, true);
    }

    /** A change that may be made once only. */
    static Call post(Object body, String path, Object... parts) {
        return new Call("POST", filled(path, parts), Map.of(), Optional.of(body), false, true);
    }

    static Call put(String path, Object... parts) {
        return new Call("PUT", filled(path, parts), Map.of(), Optional.empty(), true, true);
    }

    static Call patch(Object body, String path, Object... parts) {
        return new Call("PATCH", filled(path, parts), Map.of(), Optional.of(body), true, true);
    }

    static Call delete(String path, Object... parts) {
        return new Call("DELETE", filled(path, parts), Map.of(), Optional.empty(), true, true);
    }

    Call with(String name, Object value) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.put(name, value.toString());
        return new Call(method, path, all, body, isRepeatable, needsLogin);
    }

    Call withoutLogin() {
        return new Call(method, path, query, body, isRepeatable, false);
    }

    Call repeatable() {
        return new Call(method, path, query, body, true, needsLogin);
    }

    /** Path and query as they go into an address. */
    String target() {
        String asked = query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? path : path + "?" + asked;
    }

    private static String filled(String path, Object... parts) {
        return path.formatted(
                Stream.of(parts).map(part -> encoded(part.toString())).toArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
