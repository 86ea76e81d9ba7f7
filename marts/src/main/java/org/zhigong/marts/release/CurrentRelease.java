package org.zhigong.marts.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Engine;
import org.zhigong.warehouse.Head;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;

/**
 * A release to read from. HEAD is looked at once, so that whoever reads with one object never mixes two releases.
 *
 * @param folder the release's own folder, never the link
 */
public record CurrentRelease(String id, Path folder, Manifest manifest) {

    private static final Pattern TABLE = Pattern.compile("marts/(\\w+)\\.parquet");

    /** The release that HEAD names now; empty before the first. @throws DataException if it is damaged */
    public static Optional<CurrentRelease> find(Home home) {
        return Head.read(home).map(id -> of(home, id));
    }

    /** The release that HEAD names now. @throws SetupException if there is none yet */
    public static CurrentRelease open(Home home) {
        return find(home)
                .orElseThrow(() -> new SetupException(
                        "The home %s has no release yet: 'zhigong run' makes the first".formatted(home.root())));
    }

    /** The release {@code id}, current or not. @throws DataException if it is not there or damaged */
    public static CurrentRelease of(Home home, String id) {
        Path folder = home.release(id);
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    "Missing release %s: expected the folder %s. 'zhigong releases' lists those that are there"
                            .formatted(id, folder));
        }
        return new CurrentRelease(id, folder, Manifest.read(home, id));
    }

    /** The Parquet files of the release by table. */
    public Map<TableName, Path> tables() {
        Map<TableName, Path> tables = new TreeMap<>();
        tableFiles().forEach((name, file) -> tables.put(name, folder.resolve(file.name())));
        return tables;
    }

    /** Makes every table of the release readable in {@code engine} under its name. */
    public void define(Engine engine) {
        tableFiles().forEach((name, file) -> engine.define(name, file.columns(), List.of(folder.resolve(file.name()))));
    }

    private Map<TableName, Manifest.ReleasedFile> tableFiles() {
        Map<TableName, Manifest.ReleasedFile> tables = new TreeMap<>();
        for (Manifest.ReleasedFile file : manifest.files()) {
            Matcher matcher = TABLE.matcher(file.name());
            if (matcher.matches()) {
                tables.put(new TableName("marts", matcher.group(1)), file);
            }
        }
        return tables;
    }
}
