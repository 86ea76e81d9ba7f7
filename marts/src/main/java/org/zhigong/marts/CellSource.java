package org.zhigong.marts;

import java.util.List;

/** Queries that take the rows of a base to the cells of some indicators. */
interface CellSource {

    /** What {@link #selects} read, in order. */
    List<Step> steps();

    /** Selects of cells, all with the same columns: the keys of a cell, its indicator and category, and its numbers. */
    List<String> selects();
}
