package org.zhigong.marts.release;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.transform.Model;
import org.zhigong.warehouse.Column;

/**
 * What is written into a release.
 *
 * @param figures the protected figures of every month, and nothing unprotected
 * @param figureColumns the columns of these files
 * @param tables the small tables beside them
 * @param monthly the tables that are released as they were built, with the file of each month
 * @param wide the models that are run over the released tables, in the order in which they may read one another
 */
public record ReleaseContent(
        List<Path> figures,
        List<Column> figureColumns,
        List<ReleasedTable> tables,
        Map<Model, List<Path>> monthly,
        List<Model> wide) {

    public ReleaseContent {
        figures = List.copyOf(figures);
        figureColumns = List.copyOf(figureColumns);
        tables = List.copyOf(tables);
        monthly = new LinkedHashMap<>(monthly);
        wide = List.copyOf(wide);
    }
}
