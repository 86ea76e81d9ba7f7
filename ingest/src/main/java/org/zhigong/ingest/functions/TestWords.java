package org.zhigong.ingest.functions;

import java.util.regex.Pattern;

/** Tells cells that somebody typed only to try a system out. */
public final class TestWords {

    // The whole cell: a company may well be called 某软件测试有限公司.
    private static final Pattern TEST = Pattern.compile(
            "(TEST|DEMO|(测试|样例|示例)(数据|单位|企业|公司|有限公司|工会|基层工会|账号|用户|行|记录)?)[-_ ]?[0-9A-Z]{0,4}",
            Pattern.CASE_INSENSITIVE);

    private TestWords() {}

    /** Whether {@code text}, clean already, says of itself that it is a test. */
    public static boolean isTest(String text) {
        if (text.length() < 2 || text.length() > 16) {
            return false;
        }
        char first = text.charAt(0);
        boolean mayBe = first == '测' || first == '样' || first == '示' || (first | 0x20) == 't' || (first | 0x20) == 'd';
        return mayBe && TEST.matcher(text).matches();
    }
}
