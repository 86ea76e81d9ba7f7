package org.zhigong.ingest.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The physical lines of a file as bytes, for encodings in which a byte below 0x30 is always that character. */
final class ByteLines implements Closeable {

    /** Of a longer line only this much is seen; whatever it is, it is no row. */
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int end;
    private boolean isOver;
    private byte[] line = new byte[0];
    private int from;
    private int length;
    private long number;
    private boolean isTerminated;
    private boolean isCut;

    private ByteLines(InputStream in) {
        this.in = in;
    }

    /** The lines of {@code file} after its first {@code skipped} bytes. */
    static ByteLines of(Path file, int skipped) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(skipped);
        return new ByteLines(in);
    }

    /** Goes to the next line; false after the last. */
    boolean advance() throws IOException {
        isCut = false;
        int at = start;
        while (true) {
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            boolean needsMore = at == end || (buffer[at] == '\r' && at + 1 == end);
            if (!needsMore || isOver) {
                break;
            }
            at -= fill();
        }
        return take(at);
    }

    private boolean take(int at) {
        if (at == start && at == end) {
            return false;
        }
        line = buffer;
        from = start;
        length = at - start;
        number++;
        isTerminated = at < end;
        boolean isPair = at + 1 < end && buffer[at] == '\r' && buffer[at + 1] == '\n';
        start = Math.min(end, at + (isPair ? 2 : 1));
        return true;
    }

    /** Reads on; gives how far what was read before has moved to the front. */
    private int fill() throws IOException {
        int moved = start;
        int kept = end - start;
        if (kept >= LONGEST) {
            // The rest of an endless line is thrown away as it comes.
            isCut = true;
            kept = LONGEST / 2;
            moved = start + (end - start - kept);
        }
        byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, start, target, 0, kept);
        buffer = target;
        start = 0;
        int n = in.read(buffer, kept, buffer.length - kept);
        isOver = n < 0;
        end = kept + Math.max(0, n);
        return moved;
    }

    byte[] bytes() {
        return line;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    /** From 1. */
    long number() {
        return number;
    }

    boolean isTerminated() {
        return isTerminated;
    }

    /** Whether the line was too long to be kept whole. */
    boolean isCut() {
        return isCut;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
