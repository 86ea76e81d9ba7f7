package org.zhigong.spark.store;

import java.io.File;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path on a Hadoop file system; its names are put together like those of a local path. */
final class HadoopPath implements Path {

    private final HadoopFileSystem system;
    private final Path names;

    HadoopPath(HadoopFileSystem system, Path names) {
        this.system = system;
        this.names = names;
    }

    /** What Hadoop calls {@code path}. */
    static org.apache.hadoop.fs.Path hadoop(Path path) {
        HadoopPath own = own(path);
        URI root = own.system.system().getUri();
        return new org.apache.hadoop.fs.Path(
                root.getScheme(),
                root.getAuthority(),
                own.names.toAbsolutePath().normalize().toString());
    }

    static Path names(Path path) {
        return own(path).names;
    }

    private static HadoopPath own(Path path) {
        if (path instanceof HadoopPath own) {
            return own;
        }
        throw new ProviderMismatchException("expected a path of a Hadoop file system, found " + path);
    }

    private HadoopPath with(Path other) {
        return new HadoopPath(system, other);
    }

    private @Nullable Path orNull(@Nullable Path other) {
        return other == null ? null : with(other);
    }

    @Override
    public HadoopFileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return names.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return orNull(names.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return orNull(names.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return orNull(names.getParent());
    }

    @Override
    public int getNameCount() {
        return names.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return with(names.getName(index));
    }

    @Override
    public Path subpath(int beginIndex, int endIndex) {
        return with(names.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof HadoopPath own && system.equals(own.system) && names.startsWith(own.names);
    }

    @Override
    public boolean endsWith(Path other) {
        return other instanceof HadoopPath own && names.endsWith(own.names);
    }

    @Override
    public Path normalize() {
        return with(names.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return with(names.resolve(names(other)));
    }

    @Override
    public Path relativize(Path other) {
        return with(names.relativize(names(other)));
    }

    @Override
    public URI toUri() {
        return hadoop(this).toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return with(Path.of("/").resolve(names));
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return toAbsolutePath().normalize();
    }

    @Override
    public File toFile() {
        throw new UnsupportedOperationException("%s is no local file".formatted(this));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("watching a Hadoop file system");
    }

    @Override
    public int compareTo(Path other) {
        return names.compareTo(names(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HadoopPath own && system.equals(own.system) && names.equals(own.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** With the address where it is whole, so that messages name it as the user did. */
    @Override
    public String toString() {
        return isAbsolute() ? hadoop(this).toString() : names.toString();
    }
}
