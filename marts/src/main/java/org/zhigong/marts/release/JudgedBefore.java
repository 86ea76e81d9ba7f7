package org.zhigong.marts.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhigong.marts.CellTable;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.StoredOutput;

/**
 * The outputs that the gate has judged already, and found right: those of the current release, as long as nothing of
 * the rules has changed since and no check of figures found anything.
 */
public final class JudgedBefore {

    private static final Set<String> OF_FIGURES = Set.of(CellTable.CELLS.toString(), FiguresTable.NAME.toString());

    private record Judged(String table, String period, String contentHash) {}

    private final Set<Judged> outputs;

    private JudgedBefore(Set<Judged> outputs) {
        this.outputs = outputs;
    }

    /** What was judged by the rules that hold for {@code inputs}. */
    public static JudgedBefore of(Home home, ReleaseInputs inputs) {
        Optional<Manifest> current = Head.read(home)
                .flatMap(id -> ReleaseFolders.findWhole(home, id))
                .filter(manifest -> isJudgedAlike(manifest, inputs));
        return new JudgedBefore(current.map(Manifest::tables).orElse(List.of()).stream()
                .map(each -> new Judged(each.table(), each.period(), each.contentHash()))
                .collect(Collectors.toSet()));
    }

    private static boolean isJudgedAlike(Manifest manifest, ReleaseInputs inputs) {
        return manifest.code().equals(inputs.code())
                && manifest.engine().equals(inputs.engine())
                && manifest.protection().equals(inputs.protection())
                && manifest.checks().stream()
                        .map(JudgedCheck::check)
                        .noneMatch(check -> OF_FIGURES.contains(check.where()) && check.failures() > 0);
    }

    /** Whether every one of {@code all} was judged. */
    public boolean hold(List<StoredOutput> all) {
        return all.stream()
                .allMatch(output -> outputs.contains(new Judged(output.table(), output.period(), output.sha256())));
    }
}
