/**
 * What the synthetic city delivers: typed rows per feed, deliveries, planted defects. Start at
 * {@link org.zhigong.jobs.city.feed.CityStream}.
 */
@NullMarked
package org.zhigong.jobs.city.feed;

import org.jspecify.annotations.NullMarked;
