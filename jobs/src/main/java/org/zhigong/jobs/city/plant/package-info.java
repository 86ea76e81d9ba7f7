/**
 * Decides what is wrong with which file and row, and what ingest has to make of it. Start at
 * {@link org.zhigong.jobs.city.plant.Planter}.
 */
@NullMarked
package org.zhigong.jobs.city.plant;

import org.jspecify.annotations.NullMarked;
