package org.zhigong.warehouse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does steps that wait for one another, as many at a time as there are workers. Each worker is used by one thread. What
 * the steps make must depend on those that they wait for alone; then it is the same for any number of workers.
 */
public final class SideBySide<W> {

    private final List<Step<W>> steps;
    private final BitSet given = new BitSet();
    private final BitSet done = new BitSet();
    private int failedAt = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    /**
     * One piece of work.
     *
     * @param after the places in the list of the steps that must be done before, all smaller than its own
     */
    public record Step<W>(List<Integer> after, Consumer<W> work) {
        public Step {
            after = List.copyOf(after);
        }
    }

    private SideBySide(List<Step<W>> steps) {
        this.steps = steps;
    }

    /**
     * Does all {@code steps}; the first worker works in the thread of the caller. With one worker they are done in the
     * order of the list. After a failure no further step begins; what is thrown is that of the earliest in the list.
     */
    public static <W> void run(List<W> workers, List<Step<W>> steps) {
        SideBySide<W> work = new SideBySide<>(steps);
        List<Thread> others = new ArrayList<>();
        for (W worker : workers.subList(1, Math.max(1, Math.min(workers.size(), steps.size())))) {
            Thread other = new Thread(() -> work.take(worker), "beside-" + (others.size() + 1));
            others.add(other);
            other.start();
        }
        work.take(workers.get(0));
        others.forEach(SideBySide::await);
        work.rethrow();
    }

    private static void await(Thread other) {
        boolean isInterrupted = false;
        while (other.isAlive()) {
            try {
                other.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(W worker) {
        for (int step = next(); step >= 0; step = next()) {
            @Nullable Throwable thrown = null;
            try {
                steps.get(step).work().accept(worker);
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            finished(step, thrown);
        }
    }

    /** The first step that waits for nothing any more, once there is one; -1 when there is nothing left to begin. */
    private synchronized int next() {
        while (failure == null && given.nextClearBit(0) < steps.size()) {
            for (int step = given.nextClearBit(0); step < steps.size(); step = given.nextClearBit(step + 1)) {
                if (steps.get(step).after().stream().allMatch(done::get)) {
                    given.set(step);
                    return step;
                }
            }
            try {
                wait();
            } catch (InterruptedException e) {
                finished(steps.size(), new IllegalStateException("Interrupted while waiting for other work", e));
                Thread.currentThread().interrupt();
            }
        }
        return -1;
    }

    private synchronized void finished(int step, @Nullable Throwable thrown) {
        done.set(step);
        if (thrown != null && step < failedAt) {
            failedAt = step;
            failure = thrown;
        }
        notifyAll();
    }

    private synchronized void rethrow() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
