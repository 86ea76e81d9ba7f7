package org.zhigong.jobs.city.truth;

/** One contribution to a cell; within a cell nobody contributes two. */
interface TrueRow {

    /** Whether somebody stands behind it who must not be recognised. */
    boolean isContributor();
}
