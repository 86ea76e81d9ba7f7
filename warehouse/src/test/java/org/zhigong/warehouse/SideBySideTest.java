package org.zhigong.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zhigong.warehouse.SideBySide.Step;

class SideBySideTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void oneWorkerKeepsTheOrderOfTheList() {
        SideBySide.run(List.of("w"), List.of(step("a"), step("b", 0), step("c"), step("d", 1, 2)));

        assertThat(done).containsExactly("a", "b", "c", "d");
    }

    @Test
    void stepsThatWaitForNothingRunAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Consumer<String> meet = worker -> {
            both.countDown();
            await(both);
            done.add(worker);
        };

        SideBySide.run(List.of("v", "w"), List.of(new Step<>(List.of(), meet), new Step<>(List.of(), meet)));

        assertThat(done).containsExactlyInAnyOrder("v", "w");
    }

    @Test
    void stepComesAfterThoseThatItWaitsFor() {
        List<Step<String>> steps = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            steps.add(i < 3 ? step("" + i) : step("" + i, i - 3, i - 1 - i % 2));
        }

        SideBySide.run(List.of("t", "u", "v", "w"), steps);

        assertThat(done).hasSize(200).doesNotHaveDuplicates();
        for (int i = 3; i < 200; i++) {
            assertThat(done.indexOf("" + i))
                    .isGreaterThan(done.indexOf("" + (i - 3)))
                    .isGreaterThan(done.indexOf("" + (i - 1 - i % 2)));
        }
    }

    @Test
    void afterFailureNothingBeginsAndTheEarliestIsThrown() {
        CountDownLatch bothRun = new CountDownLatch(2);
        Step<String> late = new Step<>(List.of(), worker -> {
            bothRun.countDown();
            await(bothRun);
            throw new IllegalStateException("the later one");
        });
        Step<String> early = new Step<>(List.of(), worker -> {
            bothRun.countDown();
            await(bothRun);
            throw new IllegalArgumentException("the earlier one");
        });

        assertThatThrownBy(() -> SideBySide.run(List.of("v", "w"), List.of(early, late, step("never", 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the earlier one");
        assertThat(done).isEmpty();
    }

    @Test
    void nothingToDoIsDone() {
        SideBySide.run(List.of("v", "w"), List.of());

        assertThat(done).isEmpty();
    }

    private Step<String> step(String name, Integer... after) {
        return new Step<>(List.of(after), worker -> done.add(name));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
