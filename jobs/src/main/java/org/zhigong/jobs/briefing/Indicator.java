package org.zhigong.jobs.briefing;

import java.util.Map;
import org.zhigong.transform.Label;

/** What a release says of an indicator. */
record Indicator(
        String id, Label label, Label name, Label source, String unit, Label unitName, String better, long version) {

    static Indicator of(Map<String, Object> row) {
        return new Indicator(
                text(row, "indicator"),
                label(row, "label"),
                label(row, "name"),
                label(row, "source"),
                text(row, "unit"),
                label(row, "unit"),
                text(row, "better"),
                Rows.number(row, "definition_version"));
    }

    private static Label label(Map<String, Object> row, String column) {
        return new Label(text(row, column + "_zh"), text(row, column + "_en"));
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    /** What it is called beside its number; a name that tells of fen would not fit a number in yuan. */
    Label title() {
        return unit.equals("fen") ? label : name;
    }

    /** Whether it is a number of things, not a share of them. */
    boolean isAmount() {
        return unit.equals("count") || unit.equals("fen");
    }

    /** Whether a change by {@code change} is good, bad, or neither. */
    Tone toneOf(double change) {
        if (change == 0 || better.equals("neither")) {
            return Tone.PLAIN;
        }
        return change > 0 == better.equals("up") ? Tone.GOOD : Tone.BAD;
    }

    /** Whether a change is good news. */
    enum Tone {
        GOOD,
        BAD,
        PLAIN
    }
}
