package org.zhigong.spark.store;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;

/** One Hadoop file system as Java sees file systems. It stays open as long as the process. */
final class HadoopFileSystem extends FileSystem {

    private final HadoopFiles files;
    private final org.apache.hadoop.fs.FileSystem system;

    HadoopFileSystem(org.apache.hadoop.fs.FileSystem system) {
        this.system = system;
        this.files = new HadoopFiles(this);
    }

    org.apache.hadoop.fs.FileSystem system() {
        return system;
    }

    @Override
    public HadoopFiles provider() {
        return files;
    }

    @Override
    public Path getPath(String first, String... more) {
        return new HadoopPath(this, Path.of(first, more));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HadoopFileSystem same && same.system.getUri().equals(system.getUri());
    }

    @Override
    public int hashCode() {
        return system.getUri().hashCode();
    }

    @Override
    public void close() {
        // Hadoop closes it at the end of the process.
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = Path.of("/").getFileSystem().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(HadoopPath.names(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("users of a Hadoop file system");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("watching a Hadoop file system");
    }
}
