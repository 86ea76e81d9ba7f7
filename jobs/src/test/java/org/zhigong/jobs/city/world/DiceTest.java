package org.zhigong.jobs.city.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void fallsTheSameWayWheneverItIsAsked() {
        Dice dice = new Dice(7);
        long first = dice.bits(Purpose.MOVE, 12, 34);
        dice.bits(Purpose.MOVE, 99, 1);

        assertThat(dice.bits(Purpose.MOVE, 12, 34)).isEqualTo(first);
        assertThat(new Dice(7).bits(Purpose.MOVE, 12, 34)).isEqualTo(first);
        assertThat(new Dice(8).bits(Purpose.MOVE, 12, 34)).isNotEqualTo(first);
    }

    @Test
    void spreadsOverItsRangeAlongBothCounters() {
        Dice dice = new Dice(7);
        double byFirst = 0;
        double bySecond = 0;
        int rolls = 20_000;
        for (int i = 0; i < rolls; i++) {
            byFirst += dice.unit(Purpose.SIZE, i, 5);
            bySecond += dice.unit(Purpose.SIZE, 5, i);
        }

        assertThat(byFirst / rolls).isCloseTo(0.5, within(0.01));
        assertThat(bySecond / rolls).isCloseTo(0.5, within(0.01));
    }
}
