package org.zhigong.jobs.city.plant;

/** Changes the cells of a line before it is written. */
@FunctionalInterface
public interface Edit {

    void apply(RowText row);
}
