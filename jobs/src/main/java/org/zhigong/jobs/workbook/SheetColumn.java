package org.zhigong.jobs.workbook;

import org.zhigong.transform.Label;

/**
 * A column of a sheet.
 *
 * @param name the column of the query whose values it shows
 * @param heading what it is called
 * @param width how wide it is, in characters
 */
record SheetColumn(String name, Label heading, int width, Kind kind) {

    /** What a column holds, which decides how its cells look. */
    enum Kind {
        TEXT,
        /** A text of several lines. */
        LONG_TEXT,
        WHOLE,
        DAY,
        YES_OR_NO,
        /** A number that is withheld where its figure is confidential. */
        PROTECTED_WHOLE,
        /** A number in the unit of its row, withheld where its figure is confidential. */
        PROTECTED_VALUE,
        /** A number in the unit of its row that is no secret: a target. */
        PLAIN_VALUE
    }

    static SheetColumn of(String name, String zh, String en, int width, Kind kind) {
        return new SheetColumn(name, new Label(zh, en), width, kind);
    }
}
