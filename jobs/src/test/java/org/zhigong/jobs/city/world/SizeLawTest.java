package org.zhigong.jobs.city.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizeLawTest {

    private final SizeLaw sizes = new SizeLaw(new Dice(7));

    @Test
    void everyThousandSlotsHoldTheWholeRangeOfSizes() {
        for (int block = 0; block < 5; block++) {
            int[] drawn = IntStream.range(block * 1_000, block * 1_000 + 1_000)
                    .map(sizes::size)
                    .toArray();

            assertThat(Arrays.stream(drawn).filter(size -> size >= 1_000).count())
                    .isEqualTo(1);
            assertThat(Arrays.stream(drawn).filter(size -> size < 10).count()).isBetween(785L, 795L);
            assertThat(Arrays.stream(drawn).average().orElseThrow()).isBetween(9.5, 18.0);
        }
    }

    @Test
    void partnersAreEachOthersAndOfLikeSize() {
        for (int slot = 0; slot < 3_000; slot++) {
            int partner = sizes.partner(slot);

            assertThat(partner).isNotEqualTo(slot);
            assertThat(partner / 1_000).isEqualTo(slot / 1_000);
            assertThat(sizes.partner(partner)).isEqualTo(slot);
        }
    }
}
