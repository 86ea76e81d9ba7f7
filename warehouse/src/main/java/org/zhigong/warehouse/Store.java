package org.zhigong.warehouse;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * A kind of storage, other than a local disk, on which a home can lie. It gives its folders as {@link Path}s, so that
 * all that is done to a home is written once; found by {@link ServiceLoader}, so that a kind of storage is one jar more
 * or less.
 */
public interface Store {

    /** Whether {@code folder}, an address such as {@code hdfs://host:8020/zhigong}, lies on this kind of storage. */
    boolean knows(String folder);

    /** The folder with this address. @throws SetupException if its storage cannot be reached */
    Path folder(String folder);

    /** The folder that somebody calls {@code folder}: on a local disk, or on a storage that is known here. */
    static Path find(String folder) {
        if (folder.startsWith("file://")) {
            return Path.of(java.net.URI.create(folder));
        }
        if (!folder.contains("://")) {
            return Path.of(folder);
        }
        for (Store store : ServiceLoader.load(Store.class)) {
            if (store.knows(folder)) {
                return store.folder(folder);
            }
        }
        throw new SetupException(
                ("Cannot open %s: only folders on a local disk can be opened without the Spark part, which brings the"
                                + " client of HDFS. Start it by ./zhigong, which fetches that part")
                        .formatted(folder),
                new InvalidPathException(folder, "no store for its scheme"));
    }

    /** Whether {@code path} lies on a local disk. */
    static boolean isLocal(Path path) {
        return path.getFileSystem() == FileSystems.getDefault();
    }
}
