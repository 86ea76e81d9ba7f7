package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;

class BarTest {

    private static final int WIDTH = 120;

    @Test
    void saysRowsAndTheirSpeedFromTheFirstMomentOn() {
        List<String> drawn = Collections.synchronizedList(new ArrayList<>());
        try (Bar bar = Bar.shown(
                Bar.bytes("ingest", 3 << 20).setConsumer(new DelegatingProgressBarConsumer(drawn::add, WIDTH)))) {
            bar.step(1 << 20, 1234);
            bar.step(2 << 20, 5678);
        }

        assertThat(drawn).isNotEmpty();
        assertThat(drawn.get(drawn.size() - 1))
                .startsWith("ingest 100%")
                .contains("3/3 MiB")
                .containsPattern("\\) +5,678 rows, [\\d,]+ rows/s")
                .doesNotContain("?");
    }

    @Test
    void saysWhereItStands() {
        List<String> drawn = Collections.synchronizedList(new ArrayList<>());
        try (Bar bar = Bar.shown(new ProgressBarBuilder()
                .setTaskName("build")
                .setConsumer(new DelegatingProgressBarConsumer(drawn::add, WIDTH)))) {
            bar.reach(7, 9, "2025-03 core.unions");
        }

        assertThat(drawn.get(drawn.size() - 1)).contains("7/9").containsPattern("\\) +2025-03 core\\.unions");
    }
}
