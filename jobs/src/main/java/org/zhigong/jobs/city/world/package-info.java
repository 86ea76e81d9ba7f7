/**
 * The synthetic city itself: employers, persons, unions, agreements and receipts, each derived from counters and never
 * stored. Start at {@link org.zhigong.jobs.city.world.World}.
 */
@NullMarked
package org.zhigong.jobs.city.world;

import org.jspecify.annotations.NullMarked;
