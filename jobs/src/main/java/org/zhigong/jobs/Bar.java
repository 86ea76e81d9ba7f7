package org.zhigong.jobs;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far something is, with its speed and the time left, on a terminal; elsewhere nothing is shown. */
final class Bar implements AutoCloseable {

    private static final int UPDATE_MILLIS = 200;

    private final @Nullable ProgressBar shown;

    private Bar(@Nullable ProgressBar shown) {
        this.shown = shown;
    }

    /** A bar over {@code max} bytes of files with rows. */
    static Bar ofBytes(Console console, String task, long max) {
        return of(console, bytes(task, max));
    }

    /** A bar over things that are counted one by one. */
    static Bar ofThings(Console console, String task) {
        return of(console, new ProgressBarBuilder().setTaskName(task).setInitialMax(-1));
    }

    static ProgressBarBuilder bytes(String task, long max) {
        return new ProgressBarBuilder().setTaskName(task).setInitialMax(max).setUnit(" MiB", 1L << 20);
    }

    private static Bar of(Console console, ProgressBarBuilder builder) {
        return console.isTerminal() ? shown(builder) : new Bar(null);
    }

    static Bar shown(ProgressBarBuilder builder) {
        return new Bar(builder.setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .build());
    }

    /** Goes on by {@code bytes}; the rows so far and their speed are said beside the bar. */
    void step(long bytes, long rows) {
        if (shown != null) {
            // The bar's own speed is of bytes, and unknown in the first second.
            long millis = Math.max(1, shown.getTotalElapsed().toMillis());
            shown.stepBy(bytes).setExtraMessage("%,d rows, %,d rows/s".formatted(rows, rows * 1000 / millis));
        }
    }

    /** Stands at {@code done} of {@code all}; {@code now} is said beside the bar. */
    void reach(long done, long all, String now) {
        if (shown != null) {
            shown.maxHint(all).stepTo(done).setExtraMessage(now);
        }
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.close();
        }
    }
}
