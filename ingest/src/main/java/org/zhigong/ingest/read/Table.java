package org.zhigong.ingest.read;

/**
 * A part of a file with a header and rows of its own: the whole of a text, a sheet of a workbook.
 *
 * @param number its place, from 0
 * @param name of the sheet as the file has it; empty where a file has one table only
 * @param isHidden whether people do not see it
 */
record Table(int number, String name, boolean isHidden) {

    /** The only one of a file. */
    static final Table WHOLE = new Table(0, "", false);
}
