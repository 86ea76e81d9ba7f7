package org.zhigong.jobs.workbook;

/** How a cell looks. The order is that of the formats in the file, so that an ordinal names one. */
enum Look {
    TEXT(0, 0, 0, "<alignment vertical=\"top\"/>"),
    /** A text that a spreadsheet might take for a formula once somebody edits it. */
    GUARDED(0, 0, 0, "<alignment vertical=\"top\"/>"),
    WRAPPED(0, 0, 0, "<alignment vertical=\"top\" wrapText=\"1\"/>"),
    TITLE(0, 1, 0, "<alignment vertical=\"center\"/>"),
    SYNTHETIC(0, 2, 0, "<alignment vertical=\"center\"/>"),
    HEADING(0, 3, 2, "<alignment vertical=\"center\" wrapText=\"1\"/>"),
    WHOLE(3, 0, 0, "<alignment vertical=\"top\"/>"),
    DECIMAL(4, 0, 0, "<alignment vertical=\"top\"/>"),
    SHARE(10, 0, 0, "<alignment vertical=\"top\"/>"),
    DAY(164, 0, 0, "<alignment vertical=\"top\" horizontal=\"center\"/>"),
    /** What is protected: neither nothing nor zero. */
    CONFIDENTIAL(0, 4, 3, "<alignment vertical=\"top\" horizontal=\"right\"/>"),
    BOUNDS(0, 5, 4, "<alignment vertical=\"top\" horizontal=\"right\"/>"),
    /** No number, for a reason that the status gives. */
    NONE(0, 4, 0, "<alignment vertical=\"top\" horizontal=\"right\"/>");

    static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
            <fonts count="6">%s%s%s%s%s%s</fonts>\
            <fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
            %s%s%s</fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="%d">%s</cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
            </styleSheet>""";

    private final int number;
    private final int font;
    private final int fill;
    private final String alignment;

    Look(int number, int font, int fill, String alignment) {
        this.number = number;
        this.font = font;
        this.fill = fill;
        this.alignment = alignment;
    }

    /** All of them as the styles of a workbook. */
    static String styles() {
        StringBuilder formats = new StringBuilder();
        for (Look look : values()) {
            formats.append(look.format());
        }
        return STYLES.formatted(
                font(10, "", "FF1F2933"),
                font(14, "<b/>", "FF1F3A5F"),
                font(10, "<b/>", "FFB42318"),
                font(10, "<b/>", "FFFFFFFF"),
                font(10, "<i/>", "FF7B8794"),
                font(10, "", "FF7A4B00"),
                fill("FF1F3A5F"),
                fill("FFEDEFF2"),
                fill("FFFDF3DC"),
                values().length,
                formats);
    }

    private String format() {
        return "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"%s>%s</xf>"
                .formatted(number, font, fill, this == GUARDED ? " quotePrefix=\"1\"" : "", alignment);
    }

    private static String font(int points, String weight, String colour) {
        return "<font>%s<sz val=\"%d\"/><color rgb=\"%s\"/><name val=\"Microsoft YaHei\"/><family val=\"2\"/></font>"
                .formatted(weight, points, colour);
    }

    private static String fill(String colour) {
        return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"%s\"/><bgColor indexed=\"64\"/></patternFill></fill>"
                .formatted(colour);
    }
}
