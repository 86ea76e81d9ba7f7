package org.zhigong.jobs;

import java.io.PrintWriter;
import java.time.Clock;
import org.zhigong.warehouse.Json;

/** Where answers and progress go. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final Clock clock;

    Console(PrintWriter out, PrintWriter err, boolean terminal, Clock clock) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Prints text that ends its own lines to standard output. */
    void answer(String text) {
        out.print(text);
        out.flush();
    }

    void answerLine(String text) {
        out.println(text);
    }

    /** Prints one JSON document over several lines. */
    void answerJson(Object value) {
        answer(Json.pretty(value));
    }

    /** Prints a job's last line: one JSON object on one line. */
    void lastLine(Object value) {
        out.println(Json.line(value));
    }

    /** Says to standard error what is going on. */
    void progress(String text) {
        err.println(text);
    }

    boolean isTerminal() {
        return terminal;
    }

    Clock clock() {
        return clock;
    }

    PrintWriter err() {
        return err;
    }
}
