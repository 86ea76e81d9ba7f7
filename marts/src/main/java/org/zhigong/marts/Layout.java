package org.zhigong.marts;

import java.util.List;
import org.zhigong.warehouse.TableName;

/**
 * How the rows of a base are brought into parts, of which no two in one group belong to one contributor, and how the
 * groups become cells.
 */
interface Layout {

    /** The columns that group parts. */
    List<String> keys();

    /** The queries that make {@code parts}: {@link #keys}, {@code has_contributor}, and the measures. */
    List<Step> parts(TableName parts, Measures measures);

    /** Whether a group is a cell; if not, several groups make one. */
    boolean isOneGroupPerCell();

    /** Puts the groups in {@code pieces} into the cells they belong to: the keys of a cell, and the measures. */
    String placed(TableName pieces, String measures);
}
