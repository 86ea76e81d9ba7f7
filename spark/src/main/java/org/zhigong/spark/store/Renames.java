package org.zhigong.spark.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Another name for a file or folder. HDFS gives it in one step. A store of objects has to copy: there a file is whole
 * or not there, and of a folder the file that says that it is finished is copied last.
 */
final class Renames {

    private static final Set<String> IN_ONE_STEP = Set.of("hdfs", "viewfs", "ofs", "file");

    /** The records, of which each says that what lies beside it is whole. */
    private static final List<String> LAST = List.of("batch.json", "output.json", "manifest.json");

    private Renames() {}

    static void rename(FileSystem system, Path from, Path to, boolean isReplacing) throws IOException {
        if (!isReplacing && system.exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        if (IN_ONE_STEP.contains(system.getScheme())) {
            FileContext context = FileContext.getFileContext(system.getUri(), system.getConf());
            context.rename(from, to, isReplacing ? Options.Rename.OVERWRITE : Options.Rename.NONE);
        } else {
            copy(system, system.getFileStatus(from), to);
            system.delete(from, true);
        }
    }

    private static void copy(FileSystem system, FileStatus from, Path to) throws IOException {
        if (from.isFile()) {
            FileUtil.copy(system, from, system, to, false, true, system.getConf());
            return;
        }
        FileStatus[] inside = system.listStatus(from.getPath());
        Arrays.sort(
                inside,
                Comparator.comparing(each -> LAST.contains(each.getPath().getName())));
        for (FileStatus each : inside) {
            copy(system, each, new Path(to, each.getPath().getName()));
        }
    }
}
