package org.zhigong.jobs.city.truth;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Large, medium, small and micro enterprises by the statistical rule of 2017: a class is reached when all its lower
 * limits are, and the highest class reached counts. Without a rule for the industry, or without a number that its rule
 * needs, there is no class.
 */
final class SizeRules {

    private static final long FEN_PER_WAN_YUAN = 1_000_000;
    private static final long ANY = -1;

    private static final List<Rule> RULES = List.of(
            rule("01", "05", limits(ANY, 20_000, ANY), limits(ANY, 500, ANY), limits(ANY, 50, ANY)),
            rule("06", "46", limits(1000, 40_000, ANY), limits(300, 2_000, ANY), limits(20, 300, ANY)),
            rule("47", "50", limits(ANY, 80_000, 80_000), limits(ANY, 6_000, 5_000), limits(ANY, 300, 300)),
            rule("51", "51", limits(200, 40_000, ANY), limits(20, 5_000, ANY), limits(5, 1_000, ANY)),
            rule("52", "52", limits(300, 20_000, ANY), limits(50, 500, ANY), limits(10, 100, ANY)),
            rule("53", "58", limits(1000, 30_000, ANY), limits(300, 3_000, ANY), limits(20, 200, ANY)),
            rule("59", "59", limits(200, 30_000, ANY), limits(100, 1_000, ANY), limits(20, 100, ANY)),
            rule("60", "60", limits(1000, 30_000, ANY), limits(300, 2_000, ANY), limits(20, 100, ANY)),
            rule("61", "62", limits(300, 10_000, ANY), limits(100, 2_000, ANY), limits(10, 100, ANY)),
            rule("63", "64", limits(2000, 100_000, ANY), limits(100, 1_000, ANY), limits(10, 100, ANY)),
            rule("65", "65", limits(300, 10_000, ANY), limits(100, 1_000, ANY), limits(10, 50, ANY)),
            rule("701", "701", limits(ANY, 200_000, 10_000), limits(ANY, 1_000, 5_000), limits(ANY, 100, 2_000)),
            rule("702", "702", limits(1000, 5_000, ANY), limits(300, 1_000, ANY), limits(100, 500, ANY)),
            rule("71", "72", limits(300, ANY, 120_000), limits(100, ANY, 8_000), limits(10, ANY, 100)),
            rule("73", "82", limits(300, ANY, ANY), limits(100, ANY, ANY), limits(10, ANY, ANY)),
            rule("85", "90", limits(300, ANY, ANY), limits(100, ANY, ANY), limits(10, ANY, ANY)));

    private SizeRules() {}

    /** The class of an employer of {@code staff} in {@code industryCode}, for example {@code I6510}. */
    static Optional<String> sizeOf(
            @Nullable String industryCode, long staff, @Nullable Long revenueFen, @Nullable Long assetsFen) {
        if (industryCode == null || industryCode.length() < 3) {
            return Optional.empty();
        }
        String digits = industryCode.substring(1);
        return RULES.stream()
                .filter(rule -> rule.isFor(digits))
                .filter(rule -> !(rule.large.revenueWan != ANY && revenueFen == null))
                .filter(rule -> !(rule.large.assetsWan != ANY && assetsFen == null))
                .findFirst()
                .map(rule -> rule.sizeOf(staff, wholeWan(revenueFen), wholeWan(assetsFen)));
    }

    /** Limits are whole, so that parts of ten thousand yuan decide nothing. */
    private static long wholeWan(@Nullable Long fen) {
        return fen == null ? 0 : Math.floorDiv(fen, FEN_PER_WAN_YUAN);
    }

    private static Rule rule(String from, String to, Limits large, Limits medium, Limits small) {
        return new Rule(from, to, large, medium, small);
    }

    private static Limits limits(long staff, long revenueWan, long assetsWan) {
        return new Limits(staff, revenueWan, assetsWan);
    }

    private record Limits(long staff, long revenueWan, long assetsWan) {
        boolean areReachedBy(long hasStaff, long hasRevenueWan, long hasAssetsWan) {
            return hasStaff >= staff
                    && (revenueWan == ANY || hasRevenueWan >= revenueWan)
                    && (assetsWan == ANY || hasAssetsWan >= assetsWan);
        }
    }

    private record Rule(String from, String to, Limits large, Limits medium, Limits small) {
        boolean isFor(String digits) {
            if (digits.length() < from.length()) {
                return false;
            }
            String part = digits.substring(0, from.length());
            return part.compareTo(from) >= 0 && part.compareTo(to) <= 0;
        }

        String sizeOf(long staff, long revenueWan, long assetsWan) {
            if (large.areReachedBy(staff, revenueWan, assetsWan)) {
                return "large";
            }
            if (medium.areReachedBy(staff, revenueWan, assetsWan)) {
                return "medium";
            }
            return small.areReachedBy(staff, revenueWan, assetsWan) ? "small" : "micro";
        }
    }
}
