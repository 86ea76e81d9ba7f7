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

    /** A bar over {@code max} bytes. */
    static Bar ofBytes(Console console, String task, long max) {
        return of(console, task, max, " MiB", 1L << 20);
    }

    /** A bar over things that are counted one by one. */
    static Bar ofThings(Console console, String task) {
        return of(console, task, -1, "", 1);
    }

    private static Bar of(Console console, String task, long max, String unit, long unitSize) {
        if (!console.isTerminal()) {
            return new Bar(null);
        }
        return new Bar(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setUnit(unit, unitSize)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .showSpeed()
                .build());
    }

    /** Goes on by {@code steps}; {@code now} is said beside the bar. */
    void step(long steps, String now) {
        if (shown != null) {
            shown.stepBy(steps).setExtraMessage(now);
        }
    }

    /** Stands at {@code done} of {@code all}. */
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
