package org.zhigong.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.functions.PersonKey;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.EngineSettings;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.duckdb.DuckDb;

/** What tests of the reader share: the contracts of the project, an ingest over them, and a look into what it wrote. */
final class Workshop implements AutoCloseable {

    static final Path FEEDS = Path.of("feeds");
    static final Path CODES = Path.of("codes");

    private final Contracts contracts;
    private final Ingest ingest;
    private final Engine engine;

    private Workshop(Contracts contracts, Path scratch) {
        EngineSettings settings = new EngineSettings(2, 512, scratch);
        this.contracts = contracts;
        this.ingest = Ingest.open(contracts, key(), settings);
        this.engine = new DuckDb().open(settings);
    }

    /** Over the contracts as they are. */
    static Workshop strict(Path scratch) {
        return new Workshop(Contracts.read(FEEDS, CODES), scratch);
    }

    /**
     * Over contracts that bear any share of bad rows, so that a case needs no more rows than it shows; the example is
     * among them, since some kinds of columns stand only there.
     */
    static Workshop lenient(Path scratch) {
        Path feeds = scratch.resolve("lenient-feeds");
        try (Stream<Path> files = Files.walk(FEEDS)) {
            Files.createDirectories(feeds);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file)
                        .replace("zhigong.maxQuarantinedShare, value: 0.05", "zhigong.maxQuarantinedShare, value: 1");
                Files.writeString(feeds.resolve(file.getFileName()), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Workshop(Contracts.read(feeds, CODES), scratch);
    }

    static PersonKey key() {
        return PersonKey.of(1, "a secret of tests, and of no one".getBytes(StandardCharsets.UTF_8));
    }

    Ingest ingest() {
        return ingest;
    }

    /** Repairs by the same contracts and key. */
    Repairs repairs(Path scratch) {
        return Repairs.open(contracts, key(), new EngineSettings(1, 512, scratch), engine);
    }

    Contracts contracts() {
        return contracts;
    }

    /** All rows of a batch, in the order of its file. */
    List<Map<String, Object>> rows(Home home, FileReport report) {
        List<Column> columns = contracts.contract(report.feed()).fileColumns();
        TableName table = TableName.parse("test.rows");
        engine.define(
                table,
                columns,
                List.of(home.batch(report.feed(), report.batch()).resolve("rows.parquet")));
        return engine.query("select * from test.rows");
    }

    /** The findings of a batch. */
    List<Map<String, Object>> quarantine(Home home, FileReport report) {
        Path file = home.batch(report.feed(), report.batch()).resolve("quarantine.parquet");
        return Files.exists(file) ? query("select * from read_parquet('%s')".formatted(file)) : List.of();
    }

    List<Map<String, Object>> query(String sql) {
        return engine.query(sql);
    }

    @Override
    public void close() {
        ingest.close();
        engine.close();
    }
}
