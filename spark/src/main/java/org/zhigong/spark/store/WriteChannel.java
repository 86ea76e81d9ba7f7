package org.zhigong.spark.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that is written from its start to its end. */
final class WriteChannel implements SeekableByteChannel {
    private final OutputStream out;
    private long written;
    private boolean isOpen = true;

    WriteChannel(OutputStream out) {
        this.out = out;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        out.write(bytes);
        written += bytes.length;
        return bytes.length;
    }

    @Override
    public int read(ByteBuffer into) {
        throw new UnsupportedOperationException("reading a file opened for writing");
    }

    @Override
    public long position() {
        return written;
    }

    @Override
    public SeekableByteChannel position(long position) {
        throw new UnsupportedOperationException("writing anywhere but at the end");
    }

    @Override
    public long size() {
        return written;
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
        out.close();
    }
}
