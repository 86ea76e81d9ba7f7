package org.zhigong.transform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.ColumnType;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.Overlays;
import org.zhigong.warehouse.TableName;

/**
 * The rows of overlays that do not count: a later overlay says something else of the same row, or the corrected file
 * was read again under another contract that accepts the row as it was.
 */
final class OverlaidRows {

    private static final String ROW = Overlays.ORIGIN_ROW.name();
    private static final Column VERDICT = new Column("verdict", ColumnType.VARCHAR);

    private final Home home;
    private final Overlays overlays;

    OverlaidRows(Home home, Collection<Batch> batches) {
        this.home = home;
        this.overlays = Overlays.among(batches);
    }

    /** The expression of {@code own}, whether the batch is current, for the rows of overlays. */
    static String current(String own) {
        return "(%s and x.%s is null)".formatted(own, ROW);
    }

    /** All that decides, beside its own content, which rows of {@code batch} count; nothing for a delivered file. */
    List<String> contents(Batch batch) {
        if (!batch.isOverlay()) {
            return List.of();
        }
        return List.of(
                overlays.origin(batch).map(Batch::contentHash).orElse(""),
                overlays.replaced(batch).toString());
    }

    /**
     * Makes the rows that do not count readable in {@code engine}.
     *
     * @param alike batches of one form: either all are overlays or none is
     * @param file the column that holds the place of a batch among them
     * @return the join to these rows as x; empty for delivered files
     */
    String define(Engine engine, String suffix, List<Batch> alike, Column file) {
        if (!alike.get(0).isOverlay()) {
            return "";
        }
        TableName replaced = new TableName("replaced", suffix);
        engine.defineRows(replaced, List.of(file, Overlays.ORIGIN_ROW), replacedRows(alike, file));
        String rows = replaced.toString();
        List<Integer> readAgain = readAgain(alike);
        if (!readAgain.isEmpty()) {
            rows = "(select %1$s, %2$s from %3$s union select %4$s)"
                    .formatted(file.name(), ROW, replaced, acceptedNow(engine, suffix, alike, readAgain, file));
        }
        return " left join %1$s x on r.%2$s = x.%2$s and r.%3$s = x.%3$s".formatted(rows, file.name(), ROW);
    }

    private List<Map<String, Object>> replacedRows(List<Batch> alike, Column file) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < alike.size(); i++) {
            for (long row : overlays.replaced(alike.get(i))) {
                rows.add(Map.of(file.name(), i, ROW, row));
            }
        }
        return rows;
    }

    private List<Integer> readAgain(List<Batch> alike) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < alike.size(); i++) {
            Batch overlay = alike.get(i);
            String origin = overlay.overlay().map(Batch.Overlay::origin).orElse("");
            Optional<Batch> now = overlays.origin(overlay);
            if (now.isPresent() && !now.get().batchId().equals(origin)) {
                places.add(i);
            }
        }
        return places;
    }

    /** The rest of a select of the rows of origins that are accepted by now. */
    private String acceptedNow(Engine engine, String suffix, List<Batch> alike, List<Integer> readAgain, Column file) {
        TableName origins = new TableName("origins", suffix);
        TableName places = new TableName("places", suffix);
        List<Path> files = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int place : readAgain) {
            Batch origin = overlays.origin(alike.get(place)).orElseThrow();
            Path rowsOfOrigin = home.batch(origin.feed(), origin.batchId()).resolve("rows.parquet");
            if (!files.contains(rowsOfOrigin)) {
                files.add(rowsOfOrigin);
            }
            rows.add(Map.of("place", files.indexOf(rowsOfOrigin), file.name(), place));
        }
        engine.define(origins, List.of(VERDICT), files, List.of(Engine.ROW_IN_FILE, file.name()));
        engine.defineRows(places, List.of(new Column("place", ColumnType.BIGINT), file), rows);
        return "p.%1$s, o.%2$s as %3$s from %4$s o inner join %5$s p on o.%1$s = p.place where o.verdict = 'accepted'"
                .formatted(file.name(), Engine.ROW_IN_FILE, ROW, origins, places);
    }
}
