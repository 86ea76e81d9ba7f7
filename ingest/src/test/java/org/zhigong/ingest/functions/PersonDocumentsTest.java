package org.zhigong.ingest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonDocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "34052419800101001X"})
    void takesTheDocumentedNumbersAndNoOtherLastCharacter(String number) {
        assertThat(PersonDocuments.NUMBER.value("ID", number)).isEqualTo(number);
        for (char last : "0123456789X".toCharArray()) {
            String other = number.substring(0, 17) + last;
            assertThat(PersonDocuments.NUMBER.issue("ID", other))
                    .as("%s", other)
                    .isEqualTo(other.equals(number) ? null : "ID_CHECK_FAIL");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "110105491231002, ID_15",
        "11010519491231002x, ID_X_FORM",
        "11010519491231002Ｘ, ID_X_FORM",
        "11010519491231002×, ID_X_FORM",
        "11010519491231002χ, ID_X_FORM",
        "１１０１０５１９４９１２３１００２X, FULLWIDTH",
        "'''11010519491231002X', INVISIBLE",
        "'11010519491231002X\u00a0', INVISIBLE",
    })
    void bringsEveryFormOfAnIdToOne(String text, String note) {
        assertThat(PersonDocuments.NUMBER.value("ID", text)).isEqualTo("11010519491231002X");
        assertThat(PersonDocuments.NUMBER.issue("ID", text)).isNull();
        assertThat(PersonDocuments.NUMBER.note("ID", text)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({
        "1.10105E+17, ID_PRECISION_LOST",
        "119990194912310000, ID_PRECISION_LOST",
        "119990********0021, ID_MASKED",
        "119990XXXXXXXX0021, ID_MASKED",
        "11999019491331002X, ID_CHECK_FAIL",
        "119990490231002, ID_INVALID",
        "11999019491231, ID_INVALID",
        "E12345678, DOC_TYPE_MISMATCH",
        "H12345678, DOC_TYPE_MISMATCH",
        "123456, TEST_ROWS",
        "123456789012345678, TEST_ROWS",
        "111111111111111111, TEST_ROWS",
        "无号码, ID_INVALID",
    })
    void saysWhyATextIsNoId(String text, String issue) {
        assertThat(PersonDocuments.NUMBER.value("ID", text)).isNull();
        assertThat(PersonDocuments.NUMBER.issue("ID", text)).isEqualTo(issue);
        assertThat(PersonDocuments.NUMBER.issue(null, text)).isEqualTo(issue);
    }

    @ParameterizedTest
    @CsvSource({
        "HMT_RESIDENCE, 810000199001011230, 810000199001011230",
        "HMT_RESIDENCE, 820000198506070428, 820000198506070428",
        "HMT_RESIDENCE, 830000199202290014, 830000199202290014",
        "FOREIGN_PR, 911840198001010013, 911840198001010013",
        "FOREIGN_PR, ABC123456789012, ABC123456789012",
        "MAINLAND_TRAVEL_HKMO, H1122334405, H11223344",
        "MAINLAND_TRAVEL_HKMO, h11223344, H11223344",
        "MAINLAND_TRAVEL_TW, 11223344, 11223344",
        "MAINLAND_TRAVEL_TW, 1122334455(B), 1122334455B",
        "PASSPORT, e11223344, E11223344",
        "MILITARY, 军字第1122号, 军字第1122号",
    })
    void takesOtherDocumentsByTheirKind(String kind, String text, String number) {
        assertThat(PersonDocuments.NUMBER.value(kind, text)).isEqualTo(number);
        assertThat(PersonDocuments.NUMBER.issue(kind, text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "HMT_RESIDENCE, 810000199001011231, ID_CHECK_FAIL",
        "HMT_RESIDENCE, 11010519491231002X, DOC_TYPE_MISMATCH",
        "HMT_RESIDENCE, 8100001990, DOC_INVALID",
        "MAINLAND_TRAVEL_HKMO, X11223344, DOC_INVALID",
        "MAINLAND_TRAVEL_TW, 1122****, ID_MASKED",
        "PASSPORT, 11010519491231002X, DOC_TYPE_MISMATCH",
        "PASSPORT, E1, DOC_INVALID",
    })
    void saysWhyATextIsNoDocumentOfItsKind(String kind, String text, String issue) {
        assertThat(PersonDocuments.NUMBER.value(kind, text)).isNull();
        assertThat(PersonDocuments.NUMBER.issue(kind, text)).isEqualTo(issue);
    }

    @Test
    void knowsTheKindFromTheNumberSoThatAPersonHasOneKey() {
        assertThat(PersonDocuments.kind(null, "11010519491231002X")).isEqualTo("ID");
        assertThat(PersonDocuments.kind("ID", "810000199001011230")).isEqualTo("HMT_RESIDENCE");
        assertThat(PersonDocuments.kind(null, "911840198001010013")).isEqualTo("FOREIGN_PR");
        assertThat(PersonDocuments.kind("PASSPORT", "E11223344")).isEqualTo("PASSPORT");
        assertThat(PersonDocuments.NUMBER.note("ID", "810000199001011230")).isEqualTo("DOC_TYPE_INFERRED");
        assertThat(PersonDocuments.NUMBER.note(null, "11010519491231002X")).isNull();
    }

    @Test
    void readsBirthAndSexFromTheNumber() {
        assertThat(ResidentIds.birth("11010519491231002X")).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(ResidentIds.sex("11010519491231002X")).isEqualTo("2");
        assertThat(ResidentIds.sex("34052419800101001X")).isEqualTo("1");
        assertThat(ResidentIds.birth("E11223344")).isNull();
        assertThat(ResidentIds.sex("H11223344")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2009-04-01, UNDER_AGE",
        "2009-03-31,",
        "1954-04-01,",
        "1954-03-31, OVER_AGE",
    })
    void judgesAgeInFullYears(LocalDate birth, String finding) {
        assertThat(ResidentIds.ageFinding(birth, LocalDate.of(2025, 3, 31))).isEqualTo(finding);
    }

    @Test
    void findsEverySingleErrorAndEverySwapOfNeighbours() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2_000; trial++) {
            String number = "119990%04d%02d%02d%03d"
                    .formatted(
                            1950 + random.nextInt(50),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            random.nextInt(1000));
            number += ResidentIds.check(number);
            int at = random.nextInt(16);
            char[] swapped = number.toCharArray();
            swapped[at] = number.charAt(at + 1);
            swapped[at + 1] = number.charAt(at);
            char[] wrong = number.toCharArray();
            wrong[at] = (char) ('0' + (wrong[at] - '0' + 1 + random.nextInt(9)) % 10);

            assertThat(ResidentIds.isChecked(number)).isTrue();
            assertThat(ResidentIds.isChecked(new String(wrong))).isFalse();
            assertThat(ResidentIds.isChecked(new String(swapped)))
                    .isEqualTo(number.charAt(at) == number.charAt(at + 1));
        }
    }
}
