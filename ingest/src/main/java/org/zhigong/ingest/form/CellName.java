package org.zhigong.ingest.form;

/** The names of cells and columns as spreadsheets show them. */
public final class CellName {

    private CellName() {}

    /** The letters of a column, from 0: A, B … Z, AA. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** The column, from 0, that the letters of a cell's name say, such as 27 for AB12; -1 if there are none. */
    static int column(String name) {
        int column = 0;
        for (int i = 0; i < name.length() && i < 4; i++) {
            char c = name.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }
}
