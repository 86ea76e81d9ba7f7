package org.zhigong.marts.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Hashes;
import org.zhigong.warehouse.SetupException;
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
        CandidateTables tables = new CandidateTables(folder, CandidateTable.of(content, inputs.finalBefore()));
        tables.write(engine);
        return new Tables(inputs, folder, tables.files(), tables.served(), counts(engine));
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
}
