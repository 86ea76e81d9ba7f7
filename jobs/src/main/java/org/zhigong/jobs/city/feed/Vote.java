package org.zhigong.jobs.city.feed;

/** How a congress adopted a draft: of {@code all} delegates so many were present and in favour. */
public record Vote(long all, long present, long inFavour) {}
