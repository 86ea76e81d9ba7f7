package org.zhigong.ingest.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    void leavesACleanTextAlone() {
        String text = "北京某某 Company (A)";

        assertThat(Texts.TEXT.value(text)).isSameAs(text);
        assertThat(Texts.TEXT.note(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'\uFEFFA公司', A公司, INVISIBLE",
        "'A公司\t', A公司, INVISIBLE",
        "'\u00a0A\u3000\u3000公司 ', A 公司, INVISIBLE",
        "'A\u200b公司', A公司, INVISIBLE",
        "'''A公司', A公司, INVISIBLE",
        "'A\n公司', A 公司, INVISIBLE",
        "Ａ公司（北京）, A公司(北京), FULLWIDTH",
    })
    void takesOutWhatCopyingLeft(String text, String clean, String note) {
        assertThat(Texts.clean(text)).isEqualTo(clean);
        assertThat(Texts.TEXT.note(text)).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({"n/a, N/A", "' － ', -", "无 , 无", "'身份证\n号码', 身份证号码", "（必填）, (必填)", "AB12, AB12"})
    void comparesCodesAndTokensInOneForm(String text, String code) {
        assertThat(Texts.code(text)).isEqualTo(code);
    }

    @Test
    void knowsTheErrorsOfSpreadsheets() {
        assertThat(Texts.isFormulaError(" #n/a")).isTrue();
        assertThat(Texts.isFormulaError("#DIV/0!")).isTrue();
        assertThat(Texts.isFormulaError("#1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "王 芳, 王芳",
        "'王\u3000芳', 王芳",
        "阿卜杜拉•买买提, 阿卜杜拉·买买提",
        "阿卜杜拉・买买提, 阿卜杜拉·买买提",
        "阿卜杜拉．买买提, 阿卜杜拉·买买提",
        "阿卜杜拉.买买提, 阿卜杜拉·买买提",
        "阿卜杜拉‧买买提, 阿卜杜拉·买买提",
        "Anna  Smith, ANNA SMITH",
        "𬭎某, 𬭎某",
    })
    void bringsNamesToOneForm(String text, String name) {
        assertThat(PersonNames.NAME.value(text)).isEqualTo(name);
        assertThat(PersonNames.NAME.issue(text)).isNull();
        assertThat(PersonNames.NAME.note(text)).isEqualTo(text.equals(name) ? null : "NAME_VARIANT");
    }

    @ParameterizedTest
    @CsvSource({
        "王?, NAME_RARE_CHAR",
        "王□, NAME_RARE_CHAR",
        "王（王+莹）, NAME_RARE_CHAR",
        "测试一, TEST_ROWS",
        "test01, TEST_ROWS"
    })
    void doesNotCompareNamesThatLostACharacter(String text, String issue) {
        assertThat(PersonNames.NAME.value(text)).isNull();
        assertThat(PersonNames.NAME.issue(text)).isEqualTo(issue);
    }

    @ParameterizedTest
    @CsvSource({
        "是, true,",
        "否, false,",
        "Y, true, CODE_ALIAS",
        "无, false, CODE_ALIAS",
        "1, true, CODE_ALIAS",
        "０, false, CODE_ALIAS"
    })
    void readsYesAndNo(String text, boolean value, String note) {
        assertThat(YesNo.YES_NO.value(text)).isEqualTo(value);
        assertThat(YesNo.YES_NO.issue(text)).isNull();
        assertThat(YesNo.YES_NO.note(text)).isEqualTo(note);
    }

    @Test
    void saysThatATextIsNeitherYesNorNo() {
        assertThat(YesNo.YES_NO.value("也许")).isNull();
        assertThat(YesNo.YES_NO.issue("也许")).isEqualTo("BOOLEAN_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "13800000000,",
        "138-0000-0000,",
        "+86 13800000000,",
        "010-65000000,",
        "65000000-801,",
        "138****0000, PHONE_MASKED",
        "1380000000, PHONE_BAD",
        "23800000000, PHONE_BAD",
    })
    void judgesPhoneNumbersByTheirForm(String text, String issue) {
        assertThat(Phones.PHONE.issue(text)).isEqualTo(issue);
        assertThat(Phones.PHONE.value(text) == null).isEqualTo(issue != null);
    }
}
