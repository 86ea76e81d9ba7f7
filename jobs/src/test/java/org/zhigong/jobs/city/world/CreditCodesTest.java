package org.zhigong.jobs.city.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110302562134916R", "911103027404017237"})
    void knowsTheCheckCharacterOfPublishedCodes(String code) {
        assertThat(CreditCodes.check(code.toCharArray())).isEqualTo(code.charAt(17));
    }

    @Test
    void givesEachNumberACodeInAnAreaThatWasNeverIssued() {
        Set<String> codes = new HashSet<>();
        for (long number = 0; number < 50_000; number++) {
            String code = CreditCodes.code("91", number);
            assertThat(code).matches("9111999\\d[0-9A-HJ-NPQRTUWXY]{10}");
            assertThat(CreditCodes.check(code.toCharArray())).isEqualTo(code.charAt(17));
            codes.add(code);
        }

        assertThat(codes).hasSize(50_000);
    }
}
