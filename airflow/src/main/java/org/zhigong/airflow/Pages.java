package org.zhigong.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list of the server, of which one page is held at a time. */
final class Pages implements Iterator<JsonNode> {

    private static final int PAGE = 100;

    private final Http http;
    private final Call call;
    private final String field;
    private Iterator<JsonNode> page = Stream.<JsonNode>empty().iterator();
    private int offset;
    private boolean isDone;

    private Pages(Http http, Call call, String field) {
        this.http = http;
        this.call = call;
        this.field = field;
    }

    static Stream<JsonNode> of(Http http, Call call, String field) {
        Pages pages = new Pages(http, call, field);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && !isDone) {
            fetch();
        }
        return page.hasNext();
    }

    private void fetch() {
        JsonNode answer = http.tree(call.with("limit", PAGE).with("offset", offset));
        JsonNode list = answer.path(field);
        if (!list.isArray()) {
            throw new AirflowException.NotUnderstood(
                    "%s: the answer holds no list %s".formatted(http.named(call), field), null);
        }
        offset += list.size();
        // Lists that change meanwhile may end early.
        isDone = list.isEmpty() || offset >= answer.path("total_entries").asInt(0);
        page = list.iterator();
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The list has ended");
        }
        return page.next();
    }
}
