package org.zhigong.jobs.city.plant;

import org.zhigong.jobs.city.feed.Delivery;

/**
 * What stands in a file.
 *
 * @param treatment what is unusual about the file as a whole
 * @param number counts the files of its feed, over deliverers and months
 * @param planting how many of its rows may be made wrong
 * @param isRestatement whether some values are corrected ones
 */
public record FilePlan(Delivery delivery, Treatment treatment, int number, int planting, boolean isRestatement) {}
