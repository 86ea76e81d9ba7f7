package org.zhigong.spark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file that is read from anywhere. */
final class ReadChannel implements SeekableByteChannel {
    private final FSDataInputStream in;
    private final long size;
    private boolean isOpen = true;

    ReadChannel(FSDataInputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        byte[] bytes = new byte[into.remaining()];
        int read = in.read(bytes, 0, bytes.length);
        if (read > 0) {
            into.put(bytes, 0, read);
        }
        return read;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("writing to a file opened for reading");
    }

    @Override
    public long position() throws IOException {
        return in.getPos();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        in.seek(position);
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new UnsupportedOperationException("cutting a file");
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        in.close();
    }
}
