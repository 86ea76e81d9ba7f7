package org.zhigong.marts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.StoredOutput;
import org.zhigong.warehouse.TableName;

/**
 * The figures of a release, by period.
 *
 * @param partitions months first, then quarters, then years, each in order of time; then published national series
 * @param made what was done for each of them, in the order in which it was done
 */
public record FiguresResult(List<Partition> partitions, List<Made> made) {

    /**
     * The figures of one period.
     *
     * @param period of national series, whose figures are of years of their own, the month that they were built for
     * @param rows which rows of {@code marts.figures} these are, as a condition
     * @param cells every figure before protection; these stay in {@code tables/}
     * @param figures what may leave
     */
    public record Partition(PeriodKey period, String rows, List<StoredOutput> cells, StoredOutput figures) {
        public Partition {
            cells = List.copyOf(cells);
        }

        /** The cells and the figures. */
        public List<StoredOutput> outputs() {
            return Stream.concat(cells.stream(), Stream.of(figures)).toList();
        }
    }

    /**
     * What was done for one table and period.
     *
     * @param of the base of cells
     * @param isBuilt whether it had to be computed
     */
    public record Made(TableName table, String of, PeriodKey period, boolean isBuilt, long rows, long millis) {}

    public FiguresResult {
        partitions = List.copyOf(partitions);
        made = List.copyOf(made);
    }

    /** This and one partition more. */
    FiguresResult and(Partition partition, List<Made> makings) {
        List<Partition> all = new ArrayList<>(partitions);
        all.add(partition);
        List<Made> allMade = new ArrayList<>(made);
        allMade.addAll(makings);
        return new FiguresResult(all, allMade);
    }

    /** The files of {@code marts.figures}, in the order of partitions. */
    public List<Path> figures(Home home) {
        return partitions.stream()
                .map(partition -> partition.figures().file(home))
                .toList();
    }

    /** The files of {@code marts.cells}, which hold confidential numbers. */
    public List<Path> cells(Home home) {
        return partitions.stream()
                .flatMap(partition -> partition.cells().stream())
                .map(output -> output.file(home))
                .toList();
    }

    /** Those of {@link #made} that had to be computed. */
    public List<Made> built() {
        return made.stream().filter(Made::isBuilt).toList();
    }
}
