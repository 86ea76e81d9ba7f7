package org.zhigong.marts.release;

import java.nio.file.Path;
import java.util.List;
import org.zhigong.transform.Model;
import org.zhigong.warehouse.Column;

/**
 * What is written into a release.
 *
 * @param figures the protected figures of every month, and nothing unprotected
 * @param figureColumns the columns of these files
 * @param tables the small tables beside them
 * @param wide the models that are run over the released tables, in the order in which they may read one another
 */
public record ReleaseContent(
        List<Path> figures, List<Column> figureColumns, List<ReleasedTable> tables, List<Model> wide) {

    public ReleaseContent {
        figures = List.copyOf(figures);
        figureColumns = List.copyOf(figureColumns);
        tables = List.copyOf(tables);
        wide = List.copyOf(wide);
    }
}
