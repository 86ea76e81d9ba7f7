package org.zhigong.transform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Overlays;

/**
 * Which batches wait for somebody's word. A snapshot whose accepted rows differ from the mean of its deliverer's last
 * three months by more than the share that its contract states is held, and so is one whose median of a watched column
 * is of another scale than the month before; what it would have replaced stays current.
 *
 * @param live the batches that count, in the order of delivery
 * @param held the batches that wait, in the order of feeds, months and delivery
 * @param released the words by which batches that would wait count
 */
public record Holds(List<Batch> live, List<Held> held, List<HoldRelease> released) {

    private static final int MONTHS = 3;

    /** Between the play of a median from month to month and the smallest other unit, a hundred times. */
    private static final long SCALE = 50;

    /** A batch that waits, and why. */
    public record Held(Batch batch, Batch.Message reason) {}

    public Holds {
        live = List.copyOf(live);
        held = List.copyOf(held);
        released = List.copyOf(released);
    }

    /**
     * Judges {@code batches}; rejected ones are neither live nor held.
     *
     * @param shares by feed, the share that calls for a word, as 0.30; other feeds are never held
     * @param words finds the word about a batch by its id, as {@link HoldRelease#find} does
     */
    public static Holds decide(
            Collection<Batch> batches, Map<String, BigDecimal> shares, Function<String, Optional<HoldRelease>> words) {
        Judge judge = new Judge(shares, words);
        BatchRanking.accepted(batches).stream()
                .filter(batch -> !batch.isOverlay())
                .sorted(Comparator.comparing(Batch::feed)
                        .thenComparing(Batch::period)
                        .thenComparing(BatchRanking.BY_DELIVERY))
                .forEach(judge::judge);
        // Corrections count with the file that they correct, and wait with it.
        Overlays overlays = Overlays.among(judge.live);
        BatchRanking.accepted(batches).stream()
                .filter(batch -> batch.isOverlay() && overlays.origin(batch).isPresent())
                .forEach(judge.live::add);
        return new Holds(BatchRanking.accepted(judge.live), judge.held, judge.released);
    }

    /** Goes through the batches of a feed month by month and remembers what each deliverer has sent. */
    private static final class Judge {

        private final Map<String, BigDecimal> shares;
        private final Function<String, Optional<HoldRelease>> words;
        private final Map<String, SortedMap<String, Long>> rowsByMonth = new TreeMap<>();
        private final Map<String, SortedMap<String, Long>> mediansByMonth = new TreeMap<>();
        private final List<Batch> live = new ArrayList<>();
        private final List<Held> held = new ArrayList<>();
        private final List<HoldRelease> released = new ArrayList<>();

        Judge(Map<String, BigDecimal> shares, Function<String, Optional<HoldRelease>> words) {
            this.shares = shares;
            this.words = words;
        }

        void judge(Batch batch) {
            if (batch.kind() == Batch.Kind.EVENTS) {
                live.add(batch);
                return;
            }
            Optional<Batch.Message> reason = volume(batch).or(() -> scale(batch));
            Optional<HoldRelease> word = reason.flatMap(held -> words.apply(batch.batchId()));
            if (reason.isPresent() && word.isEmpty()) {
                held.add(new Held(batch, reason.get()));
                return;
            }
            word.ifPresent(released::add);
            live.add(batch);
            // A later delivery of the month comes later here too, and is what its followers are compared with.
            months(rowsByMonth, batch, "").put(batch.period(), batch.accepted());
            batch.medians()
                    .forEach((column, median) ->
                            months(mediansByMonth, batch, column).put(batch.period(), median));
        }

        private static SortedMap<String, Long> months(
                Map<String, SortedMap<String, Long>> all, Batch batch, String column) {
            return all.computeIfAbsent(
                    String.join(" ", batch.feed(), batch.deliverer(), column), deliverer -> new TreeMap<>());
        }

        private Optional<Batch.Message> volume(Batch batch) {
            List<Long> before = lastOf(months(rowsByMonth, batch, ""), batch.period());
            return Optional.ofNullable(shares.get(batch.feed()))
                    .filter(share -> isJump(batch, before, share))
                    .map(share -> reason(batch, before, share));
        }

        /** Yuan for ten thousand yuan, or fen for yuan: nothing else makes every amount so much larger or smaller. */
        private Optional<Batch.Message> scale(Batch batch) {
            for (Map.Entry<String, Long> median : batch.medians().entrySet()) {
                SortedMap<String, Long> earlier =
                        months(mediansByMonth, batch, median.getKey()).headMap(batch.period());
                List<Long> before = List.copyOf(earlier.values());
                if (!before.isEmpty() && isOtherScale(median.getValue(), before.get(before.size() - 1))) {
                    return Optional.of(scaleReason(batch, median, earlier.lastKey()));
                }
            }
            return Optional.empty();
        }

        private static boolean isOtherScale(long now, long before) {
            return now > 0 && before > 0 && (now / SCALE >= before || before / SCALE >= now);
        }

        private static Batch.Message scaleReason(Batch batch, Map.Entry<String, Long> median, String before) {
            return new Batch.Message(
                    String.format(
                            Locale.ROOT,
                            "%s 报送的 %s 文件 %s 中 %s 的中位数与 %s 相差 %d 倍以上，疑为计量单位不同（元与万元），暂不使用，等待确认",
                            batch.deliverer(),
                            batch.period(),
                            batch.file(),
                            median.getKey(),
                            before,
                            SCALE),
                    String.format(
                            Locale.ROOT,
                            "%s for %s by %s: the median of %s is more than %d times away from that of %s, as if the unit"
                                    + " were another (yuan, ten thousand yuan): held until somebody confirms it",
                            batch.file(),
                            batch.period(),
                            batch.deliverer(),
                            median.getKey(),
                            SCALE,
                            before));
        }

        private static List<Long> lastOf(SortedMap<String, Long> months, String period) {
            List<Long> earlier = List.copyOf(months.headMap(period).values());
            return earlier.subList(Math.max(0, earlier.size() - MONTHS), earlier.size());
        }

        private static boolean isJump(Batch batch, List<Long> before, BigDecimal share) {
            if (before.size() < MONTHS) {
                return false;
            }
            long sum = before.stream().mapToLong(Long::longValue).sum();
            BigDecimal difference = BigDecimal.valueOf(Math.abs(MONTHS * batch.accepted() - sum));
            return difference.compareTo(share.multiply(BigDecimal.valueOf(sum))) > 0;
        }

        private static Batch.Message reason(Batch batch, List<Long> before, BigDecimal share) {
            BigDecimal mean = BigDecimal.valueOf(
                            before.stream().mapToLong(Long::longValue).sum())
                    .divide(BigDecimal.valueOf(MONTHS), 0, RoundingMode.HALF_UP);
            String percent = share.movePointRight(2).stripTrailingZeros().toPlainString();
            return new Batch.Message(
                    String.format(
                            Locale.ROOT,
                            "%s 报送的 %s 文件 %s 有 %d 行，与前三个月平均 %s 行相差超过 %s%%，暂不使用，等待确认",
                            batch.deliverer(),
                            batch.period(),
                            batch.file(),
                            batch.accepted(),
                            mean,
                            percent),
                    String.format(
                            Locale.ROOT,
                            "%s for %s by %s has %d rows, more than %s %% away from the mean of %s of the three months"
                                    + " before: held until somebody confirms it",
                            batch.file(),
                            batch.period(),
                            batch.deliverer(),
                            batch.accepted(),
                            percent,
                            mean));
        }
    }
}
