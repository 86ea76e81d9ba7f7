package org.zhigong.jobs.city.plant;

import java.util.List;
import org.zhigong.jobs.city.feed.DeliveryForm;
import org.zhigong.jobs.city.feed.Feed;

/** What is unusual about a file as a whole. */
public enum Treatment {
    PLAIN("", false),
    GB18030("ENC_GB18030", false),
    UTF8_BOM("ENC_UTF8_BOM", false),
    UTF16("ENC_UTF16", false),
    TAB("DELIMITER", false),
    SEMICOLON("DELIMITER", false),
    CR("NEWLINES", false),
    TITLE("TITLE_ROWS", false),
    ALIAS("HEADER_ALIAS", false),
    ORDER("COL_ORDER", false),
    EXTRA("COL_EXTRA", false),
    MISSING_OPTIONAL("COL_MISSING_OPT", false),
    TOTALS("TOTALS_ROW", false),
    BLANKS("BLANK_LINES", false),
    /** The same bytes again, some days later. */
    TWICE("DUPLICATE_FILE", false),
    TRUNCATED("TRUNCATED", true),
    EMPTY("EMPTY_FILE", true),
    OTHER_FEED("WRONG_FEED", true),
    MOJIBAKE("ENC_MOJIBAKE", true),
    MIXED("ENC_MIXED", true),
    MISSING_MANDATORY("COL_MISSING_MAND", true),
    BAD_ROWS("TOO_MANY_QUARANTINED", true),
    OTHER_PERIOD("WRONG_PERIOD", true),
    CONTROL("CONTROL_MISMATCH", true);

    private static final List<Treatment> ROSTERS = List.of(
            TITLE,
            TRUNCATED,
            GB18030,
            TOTALS,
            EMPTY,
            ALIAS,
            UTF16,
            TWICE,
            OTHER_FEED,
            TAB,
            EXTRA,
            MOJIBAKE,
            CR,
            BLANKS,
            MISSING_MANDATORY,
            ORDER,
            UTF8_BOM,
            MIXED,
            MISSING_OPTIONAL,
            BAD_ROWS,
            SEMICOLON);

    private static final List<Treatment> REGISTERS = List.of(
            PLAIN,
            TITLE,
            OTHER_FEED,
            GB18030,
            PLAIN,
            ALIAS,
            TRUNCATED,
            TOTALS,
            ORDER,
            PLAIN,
            UTF8_BOM,
            TWICE,
            EXTRA,
            CR,
            PLAIN,
            EMPTY);

    private static final List<Treatment> RECEIPTS = List.of(PLAIN, CONTROL, TWICE, PLAIN, TRUNCATED);

    private final String code;
    private final boolean isRejected;

    Treatment(String code, boolean isRejected) {
        this.code = code;
        this.isRejected = isRejected;
    }

    /** The defect's code; empty for a file like any other. */
    public String code() {
        return code;
    }

    /** The column that such a file does without; empty if it has all, or is rejected. */
    public String absentColumn() {
        return this == MISSING_OPTIONAL ? "phone" : "";
    }

    /** Whether a file of {@code form} can be treated so: encodings and line ends are of texts only. */
    public boolean suits(DeliveryForm form) {
        return switch (this) {
            case PLAIN,
                    ALIAS,
                    ORDER,
                    EXTRA,
                    MISSING_OPTIONAL,
                    TWICE,
                    EMPTY,
                    OTHER_FEED,
                    MISSING_MANDATORY,
                    BAD_ROWS,
                    OTHER_PERIOD,
                    CONTROL -> form != DeliveryForm.JSON_LINES || (this != ALIAS && this != EXTRA && this != EMPTY);
            case TOTALS, BLANKS, MOJIBAKE -> form.isText() || form == DeliveryForm.PAGE;
            case GB18030, UTF8_BOM, UTF16, TAB, SEMICOLON, CR, TITLE, TRUNCATED, MIXED -> form.isText();
        };
    }

    /** Whether such a file is rejected as a whole. */
    public boolean isRejected() {
        return isRejected;
    }

    /**
     * How a file is treated.
     *
     * @param number counts the files of a feed, over deliverers and months
     */
    public static Treatment of(Feed feed, int number) {
        return switch (feed) {
            case MEMBERS -> number % 2 == 0 ? PLAIN : ROSTERS.get(number / 2 % ROSTERS.size());
            case RECEIPTS -> RECEIPTS.get(number % RECEIPTS.size());
            case HEADCOUNT -> number % 7 == 3 ? OTHER_PERIOD : REGISTERS.get((number * 3 + 4) % REGISTERS.size());
            case EMPLOYERS -> REGISTERS.get((number + 1) % REGISTERS.size());
            case UNIONS -> REGISTERS.get((number + 4) % REGISTERS.size());
            case COVERED_UNITS -> REGISTERS.get((number + 6) % REGISTERS.size());
            case AGREEMENTS -> REGISTERS.get((number + 8) % REGISTERS.size());
            case AGREEMENT_SCOPE -> REGISTERS.get((number + 10) % REGISTERS.size());
            case AGREEMENT_EVENTS -> REGISTERS.get((number + 12) % REGISTERS.size());
            case TRAINING -> number % 2 == 0 ? PLAIN : REGISTERS.get(number / 2 % REGISTERS.size());
            case CERTIFICATES -> REGISTERS.get((number + 2) % REGISTERS.size());
            case TRAINING_FUNDS -> REGISTERS.get((number + 14) % REGISTERS.size());
            case REQUESTS -> REGISTERS.get((number + 5) % REGISTERS.size());
            case SERVICES -> REGISTERS.get((number + 9) % REGISTERS.size());
            case DUES -> REGISTERS.get((number + 3) % REGISTERS.size());
            case MEDIATION -> REGISTERS.get((number + 9) % REGISTERS.size());
            case ARBITRATION -> REGISTERS.get((number + 14) % REGISTERS.size());
        };
    }
}
