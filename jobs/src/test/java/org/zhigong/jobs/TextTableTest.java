package org.zhigong.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void linesUpChineseAndNumbers() {
        TextTable table = new TextTable(List.of("区 district", "workers"));
        table.row(List.of("朝阳区 Chaoyang", 1234));
        table.row(List.of("（未分配）", 5));

        assertThat(table.render()).isEqualTo("""
                        区 district      workers
                        ───────────────  ───────
                        朝阳区 Chaoyang     1234
                        （未分配）             5
                        """);
    }
}
