package org.zhigong.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/**
 * The files of a Hadoop file system by the words of {@link java.nio.file.Files}: what writes to a home on a local disk
 * writes to one here by the same code.
 */
final class HadoopFiles extends FileSystemProvider {

    private final HadoopFileSystem own;

    HadoopFiles(HadoopFileSystem own) {
        this.own = own;
    }

    /** Hadoop's work on a file, whose troubles are said as Java says them. */
    @FunctionalInterface
    private interface Work<T> {
        T on(org.apache.hadoop.fs.FileSystem system, org.apache.hadoop.fs.Path path) throws IOException;
    }

    private <T> T with(Path path, Work<T> work) throws IOException {
        try {
            return work.on(own.system(), HadoopPath.hadoop(path));
        } catch (FileNotFoundException e) {
            throw because(new NoSuchFileException(path.toString()), e);
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            throw because(new FileAlreadyExistsException(path.toString()), e);
        } catch (PathIsNotEmptyDirectoryException e) {
            throw because(new DirectoryNotEmptyException(path.toString()), e);
        } catch (AccessControlException e) {
            throw because(new AccessDeniedException(path.toString(), null, firstLine(e)), e);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw because(new FileSystemException(path.toString(), null, firstLine(e)), e);
        }
    }

    private static IOException because(IOException said, IOException cause) {
        said.initCause(cause);
        return said;
    }

    /** What a server said, without the stack that it sends along. */
    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public String getScheme() {
        return own.system().getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("HadoopStore opens these file systems");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return own;
    }

    @Override
    public Path getPath(URI uri) {
        return own.getPath(uri.getPath());
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return with(path, org.apache.hadoop.fs.FileSystem::open);
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        Set<OpenOption> asked = Set.of(options);
        if (asked.contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException("appending to " + path);
        }
        boolean isNew = asked.contains(StandardOpenOption.CREATE_NEW);
        return with(path, (system, file) -> system.create(file, !isNew));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        boolean isWriting =
                options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.CREATE_NEW);
        if (isWriting) {
            return new WriteChannel(newOutputStream(path, options.toArray(OpenOption[]::new)));
        }
        long size = with(path, (system, file) -> system.getFileStatus(file).getLen());
        return new ReadChannel(with(path, org.apache.hadoop.fs.FileSystem::open), size);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        FileStatus[] listed = with(folder, (system, path) -> {
            if (!system.getFileStatus(path).isDirectory()) {
                throw new NotDirectoryException(folder.toString());
            }
            return system.listStatus(path);
        });
        List<Path> paths = new ArrayList<>();
        for (FileStatus each : listed) {
            Path path = folder.resolve(each.getPath().getName());
            if (filter.accept(path)) {
                paths.add(path);
            }
        }
        return new Listed(paths);
    }

    /** What was in a folder. */
    private record Listed(List<Path> paths) implements DirectoryStream<Path> {
        @Override
        public Iterator<Path> iterator() {
            return paths.iterator();
        }

        @Override
        public void close() {
            // It was read at once.
        }
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        with(folder, (system, path) -> {
            if (system.exists(path)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
            return system.mkdirs(path);
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        with(path, (system, file) -> {
            if (!system.delete(file, false)) {
                throw new NoSuchFileException(path.toString());
            }
            return true;
        });
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        try (InputStream in = newInputStream(source);
                OutputStream out = newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        boolean isReplacing = Set.of(options).contains(StandardCopyOption.REPLACE_EXISTING);
        with(source, (system, from) -> {
            Renames.rename(system, from, HadoopPath.hadoop(target), isReplacing);
            return true;
        });
    }

    @Override
    public boolean isSameFile(Path path, Path other) {
        return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("the disk below " + path);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        with(path, org.apache.hadoop.fs.FileSystem::getFileStatus);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return type == BasicFileAttributeView.class ? (V) new View(this, path) : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (type != BasicFileAttributes.class) {
            throw new UnsupportedOperationException(type.getName());
        }
        return (A) new Attributes(with(path, org.apache.hadoop.fs.FileSystem::getFileStatus));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException(attributes);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException(attribute);
    }

    void touch(Path path, long millis) throws IOException {
        with(path, (system, file) -> {
            system.setTimes(file, millis, -1);
            return true;
        });
    }

    private record View(HadoopFiles files, Path path) implements BasicFileAttributeView {
        @Override
        public String name() {
            return "basic";
        }

        @Override
        public BasicFileAttributes readAttributes() throws IOException {
            return files.readAttributes(path, BasicFileAttributes.class);
        }

        @Override
        public void setTimes(@Nullable FileTime modified, @Nullable FileTime access, @Nullable FileTime created)
                throws IOException {
            if (modified != null) {
                files.touch(path, modified.toMillis());
            }
        }
    }

    private record Attributes(FileStatus status) implements BasicFileAttributes {
        @Override
        public FileTime lastModifiedTime() {
            return FileTime.fromMillis(status.getModificationTime());
        }

        @Override
        public FileTime lastAccessTime() {
            return lastModifiedTime();
        }

        @Override
        public FileTime creationTime() {
            return lastModifiedTime();
        }

        @Override
        public boolean isRegularFile() {
            return status.isFile();
        }

        @Override
        public boolean isDirectory() {
            return status.isDirectory();
        }

        @Override
        public boolean isSymbolicLink() {
            return false;
        }

        @Override
        public boolean isOther() {
            return false;
        }

        @Override
        public long size() {
            return status.getLen();
        }

        @Override
        public @Nullable Object fileKey() {
            return null;
        }
    }
}
