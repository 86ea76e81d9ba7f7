package org.zhigong.marts.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;
import org.zhigong.transform.ModelColumn;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.Output;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.duckdb.ServingFile;

/**
 * A release that is built and not judged yet: a finished folder in scratch. The bytes of its Parquet files depend on
 * its inputs alone.
 *
 * @param files every file of the folder
 * @param counts how many figures it holds, in all and by protection and status
 * @param revision what it changes; empty until its notes are written
 */
public record Candidate(
        ReleaseInputs inputs,
        Path folder,
        List<Manifest.ReleasedFile> files,
        SortedMap<String, Long> counts,
        Optional<Revision> revision) {

    public Candidate {
        files = List.copyOf(files);
        counts = new TreeMap<>(counts);
    }

    /** The id that it will be published under. */
    public String releaseId() {
        return inputs.releaseId();
    }

    /** This with {@code notes} in its folder. */
    Candidate with(Revision changes, String notes) {
        AtomicFiles.replace(folder.resolve(ReleaseNotes.FILE), notes);
        List<Manifest.ReleasedFile> all = new ArrayList<>(files);
        all.add(plain(folder, ReleaseNotes.FILE));
        return new Candidate(inputs, folder, all, counts, Optional.of(changes));
    }

    /** This with what {@code attachments} write, one after the other: each sees the files of those before it. */
    public Candidate with(List<Attachment> attachments) {
        Candidate candidate = this;
        for (Attachment attachment : attachments) {
            candidate = candidate.with(attachment);
        }
        return candidate;
    }

    private Candidate with(Attachment attachment) {
        List<Manifest.ReleasedFile> all = new ArrayList<>(files);
        for (String name : attachment.write(this)) {
            if (all.stream().anyMatch(file -> file.name().equals(name))) {
                throw new SetupException("Two files of a release are called %s: rename one".formatted(name));
            }
            all.add(plain(folder, name));
        }
        return new Candidate(inputs, folder, all, counts, revision);
    }

    private static Manifest.ReleasedFile plain(Path folder, String name) {
        return new Manifest.ReleasedFile(name, Hashes.ofFile(folder.resolve(name)), Optional.empty(), List.of());
    }

    /**
     * The Parquet files of a candidate: all that its figures can be judged by.
     *
     * @param served what the file for readers without an engine of ours will hold
     */
    public record Tables(
            ReleaseInputs inputs,
            Path folder,
            List<Manifest.ReleasedFile> files,
            List<ServingFile.Table> served,
            SortedMap<String, Long> counts) {

        public Tables {
            files = List.copyOf(files);
            served = List.copyOf(served);
            counts = new TreeMap<>(counts);
        }

        /** Adds the file for readers. No engine of a build is used, so checks can run meanwhile. */
        public Candidate served(EngineSettings settings) {
            Path serving = folder.resolve("zhigong.duckdb");
            ServingFile.write(serving, served, settings);
            List<Manifest.ReleasedFile> all = new ArrayList<>(files);
            all.add(plain(folder, "zhigong.duckdb"));
            return new Candidate(inputs, folder, all, counts, Optional.empty());
        }
    }

    /** Writes the tables of a candidate below {@code scratch} and leaves them defined in {@code engine}. */
    public static Tables write(Engine engine, ReleaseInputs inputs, ReleaseContent content, Path scratch) {
        Path folder = scratch.resolve("release-" + inputs.releaseId());
        AtomicFiles.delete(folder);
        Writer writer = new Writer(engine, folder, inputs.finalBefore());
        writer.figures(content);
        content.tables().forEach(writer::small);
        content.monthly().forEach(writer::monthly);
        content.wide().forEach(writer::wide);
        return new Tables(inputs, folder, writer.files, writer.served, counts(engine));
    }

    private static SortedMap<String, Long> counts(Engine engine) {
        SortedMap<String, Long> counts = new TreeMap<>(Map.of("figures", 0L, "figures_confidential", 0L));
        String grouped = "select protection, status, count(*) as n from %s group by protection, status"
                .formatted(FiguresTable.NAME);
        for (Map<String, Object> row : engine.query(grouped)) {
            long n = row.get("n") instanceof Number number ? number.longValue() : 0;
            counts.merge("figures", n, Long::sum);
            if ("confidential".equals(row.get("protection"))) {
                counts.merge("figures_confidential", n, Long::sum);
            } else {
                counts.merge("figures_" + row.get("status"), n, Long::sum);
            }
        }
        return counts;
    }

    /** Writes one table after the other and keeps the books. */
    private static final class Writer {

        private final Engine engine;
        private final Path folder;
        private final LocalDate finalBefore;
        private final List<Manifest.ReleasedFile> files = new ArrayList<>();
        private final List<ServingFile.Table> served = new ArrayList<>();

        private Writer(Engine engine, Path folder, LocalDate finalBefore) {
            this.engine = engine;
            this.folder = folder;
            this.finalBefore = finalBefore;
        }

        private void figures(ReleaseContent content) {
            TableName parts = new TableName("candidate", "figures");
            engine.define(parts, content.figureColumns(), content.figures());
            write(
                    FiguresTable.NAME,
                    FiguresTable.releasing(parts, finalBefore),
                    FiguresTable.released(content.figureColumns()),
                    FiguresTable.KEYS,
                    FiguresTable.TITLE,
                    FiguresTable.COLUMNS);
        }

        private void small(ReleasedTable table) {
            TableName rows = new TableName("candidate", table.name().name());
            engine.defineRows(rows, table.rows().columns(), table.rows().rows());
            write(
                    table.name(),
                    "select * from " + rows,
                    table.rows().columns(),
                    table.orderBy(),
                    table.title(),
                    table.columns());
        }

        private void monthly(Model model, List<Path> months) {
            TableName rows = new TableName("candidate", model.table().name());
            engine.define(rows, model.plainColumns(), months);
            List<String> order = new ArrayList<>(List.of("period"));
            order.addAll(model.grain());
            write(model.table(), "select * from " + rows, model.plainColumns(), order, model.name(), labels(model));
        }

        private void wide(Model model) {
            List<TableName> known =
                    served.stream().map(ServingFile.Table::name).sorted().toList();
            for (TableName read : model.reads().keySet()) {
                if (!known.contains(read)) {
                    throw new SetupException(
                            "%s: model %s reads %s, but a model of a release reads only what the release holds: %s"
                                    .formatted(model.file(), model.table(), read, known));
                }
            }
            // The text may end in a comment, so the parenthesis has a line of its own.
            String select = "select * from (\n" + model.sql() + "\n) as result";
            write(model.table(), select, engine.columns(select), model.grain(), model.name(), labels(model));
        }

        private static Map<String, Label> labels(Model model) {
            Map<String, Label> labels = new TreeMap<>();
            for (ModelColumn column : model.columns()) {
                labels.put(column.column().name(), column.label());
            }
            return labels;
        }

        private void write(
                TableName name,
                String select,
                List<Column> columns,
                List<String> orderBy,
                Label title,
                Map<String, Label> labels) {
            if (served.stream().anyMatch(table -> table.name().equals(name))) {
                throw new SetupException("Two tables of a release are called %s: rename one".formatted(name));
            }
            Path file = Manifest.parquet(folder, name.name());
            Output output = engine.write(select, columns, orderBy, file);
            engine.define(name, output.columns(), List.of(file));
            files.add(new Manifest.ReleasedFile(
                    folder.relativize(file).toString().replace('\\', '/'),
                    output.sha256(),
                    Optional.of(output.rows()),
                    output.columns()));
            served.add(new ServingFile.Table(name, file, both(title), comments(name, output.columns(), labels)));
        }

        private static Map<String, String> comments(TableName name, List<Column> columns, Map<String, Label> labels) {
            Map<String, String> comments = new TreeMap<>();
            for (Column column : columns) {
                @Nullable Label label = labels.get(column.name());
                if (label == null) {
                    throw new SetupException(
                            "The released column %s.%s has no label: say in Chinese and English what it holds"
                                    .formatted(name, column.name()));
                }
                comments.put(column.name(), both(label));
            }
            return comments;
        }

        private static String both(Label label) {
            return label.zh() + " / " + label.en();
        }
    }
}
