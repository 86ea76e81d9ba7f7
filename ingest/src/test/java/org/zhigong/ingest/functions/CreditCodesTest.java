package org.zhigong.ingest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodesTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110302562134916R", "911103027404017237"})
    void takesTheDocumentedCodesAndNothingAwayFromThem(String code) {
        assertThat(CreditCodes.EMPLOYER.value(code)).isSameAs(code);
        assertThat(CreditCodes.EMPLOYER.issue(code)).isNull();
        assertThat(CreditCodes.EMPLOYER.note(code)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "91110302562134916r, USCC_CASE",
        "９１１１０３０２５６２１３４９１６Ｒ, FULLWIDTH",
        "'91110302562134916R\u3000', INVISIBLE",
        "91110302-56213491-6R, INVISIBLE",
        "9III0302562I349I6R, USCC_REPAIRED",
        "9111O302562134916R, USCC_REPAIRED",
        "91110302S62134916R, USCC_REPAIRED",
    })
    void notesWhatItPutRight(String text, String note) {
        assertThat(CreditCodes.EMPLOYER.value(text)).isEqualTo("91110302562134916R");
        assertThat(CreditCodes.EMPLOYER.issue(text)).isNull();
        assertThat(CreditCodes.EMPLOYER.note(text)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({
        "91110302562134916T, USCC_CHECK_FAIL",
        "9111030256213491O6, USCC_LOOKALIKE",
        "91110302562134916, USCC_INVALID",
        "91110302562134916!, USCC_CHECK_FAIL",
        "9111030256213-916*, USCC_INVALID",
        "56213491-6, ORG9",
        "56213491X, ORG9",
        "110302012345678, LICENCE15",
        "9.11E+17, ID_PRECISION_LOST",
        "某某公司, USCC_INVALID",
    })
    void saysWhyATextIsNoCode(String text, String issue) {
        assertThat(CreditCodes.EMPLOYER.value(text)).isNull();
        assertThat(CreditCodes.EMPLOYER.issue(text)).isEqualTo(issue);
    }

    @Test
    void keepsAUnionsOwnCodeOutOfAnEmployersColumnAndTheOtherWayRound() {
        String union = "81119990MC0000000";
        union += CreditCodes.checkCharacter(union);

        assertThat(CreditCodes.UNION.value(union)).isEqualTo(union);
        assertThat(CreditCodes.EMPLOYER.value(union)).isNull();
        assertThat(CreditCodes.EMPLOYER.issue(union)).isEqualTo("USCC_UNION");
        assertThat(CreditCodes.UNION.value("91110302562134916R")).isNull();
        assertThat(CreditCodes.UNION.issue("91110302562134916R")).isEqualTo("USCC_NOT_UNION");
    }

    @Test
    void findsEverySingleErrorAndEverySwapOfNeighbours() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2_000; trial++) {
            StringBuilder code = new StringBuilder("91119990");
            while (code.length() < 17) {
                code.append(ALPHABET.charAt(random.nextInt(31)));
            }
            code.append(CreditCodes.checkCharacter(code.toString()));
            int at = random.nextInt(17);

            StringBuilder swapped = new StringBuilder(code);
            swapped.setCharAt(at, code.charAt(at + 1));
            swapped.setCharAt(at + 1, code.charAt(at));
            StringBuilder wrong = new StringBuilder(code);
            wrong.setCharAt(at, ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + 1 + random.nextInt(30)) % 31));

            assertThat(CreditCodes.isValid(code.toString())).as("%s", code).isTrue();
            assertThat(CreditCodes.isValid(wrong.toString())).as("%s", wrong).isFalse();
            assertThat(CreditCodes.isValid(swapped.toString()))
                    .as("%s", swapped)
                    .isEqualTo(code.charAt(at) == code.charAt(at + 1));
        }
    }
}
