package org.zhigong.marts;

import java.util.Locale;
import org.zhigong.transform.Label;

/** What a value is, and how it comes from numerator and denominator. */
public enum Unit {
    /** A share, of which more than 1 is suspicious. */
    RATE(1, Whole.NEEDED, "占比", "share"),
    /** A number per another, which may well exceed 1. */
    RATIO(1, Whole.NEEDED, "比值", "ratio"),
    PER_MILLE(1_000, Whole.NEEDED, "‰", "per 1,000"),
    PER_10K(10_000, Whole.NEEDED, "每万", "per 10,000"),
    /** The numerator itself. */
    COUNT(1, Whole.NONE, "数量", "number"),
    FEN(1, Whole.POSSIBLE, "分", "fen"),
    MINUTES(1, Whole.POSSIBLE, "分钟", "minutes"),
    HOURS(1, Whole.POSSIBLE, "小时", "hours"),
    DAYS(1, Whole.POSSIBLE, "天", "days");

    /** Whether there is a denominator: an amount may stand alone or be one for each of something. */
    enum Whole {
        NEEDED,
        POSSIBLE,
        NONE
    }

    private final long per;
    private final Whole whole;
    private final String zh;
    private final String en;

    Unit(long per, Whole whole, String zh, String en) {
        this.per = per;
        this.whole = whole;
        this.zh = zh;
        this.en = en;
    }

    /** The word in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public Label label() {
        return new Label(zh, en);
    }

    /** The value is this many times the numerator over the denominator. */
    public long per() {
        return per;
    }

    Whole whole() {
        return whole;
    }

    /** Whether a value is a part of its denominator, which must then not be small. */
    boolean isPart() {
        return whole == Whole.NEEDED && this != RATIO;
    }
}
