package org.zhigong.marts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;

/** The indicators of a content folder, by id. */
public final class Indicators {

    private final List<Indicator> all;

    private Indicators(List<Indicator> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads every {@code *.yaml} in {@code folder}.
     *
     * @throws SetupException naming file, line, what was expected and what was found
     */
    public static Indicators read(Path folder, Map<TableName, Base> bases) {
        try (Stream<Path> files = Files.list(folder)) {
            return new Indicators(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> IndicatorFile.read(file, bases))
                    .toList());
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new SetupException("Missing folder %s: expected one file for each indicator".formatted(folder), e);
        } catch (IOException e) {
            throw AtomicFiles.failed("read", folder, e);
        }
    }

    /** Every indicator, in the order of ids. */
    public List<Indicator> all() {
        return all;
    }

    /** The indicator {@code id}. @throws SetupException naming those that look like it */
    public Indicator named(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    /** The indicators computed from {@code base}. */
    List<Indicator> of(Base base) {
        return all.stream().filter(each -> each.base().equals(base.table())).toList();
    }

    private SetupException unknown(String id) {
        List<String> known = all.stream().map(Indicator::id).toList();
        return new SetupException("Unknown indicator '%s'%s; 'zhigong figures' without --indicator lists all %d"
                .formatted(id, NearestNames.hint(id, known), known.size()));
    }
}
