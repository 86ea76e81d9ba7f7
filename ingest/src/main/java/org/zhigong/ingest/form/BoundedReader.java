package org.zhigong.ingest.form;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters of a page, until there are more between two rows than any row has. */
final class BoundedReader extends FilterReader {

    private static final long MOST = 8L << 20;

    private long since;

    BoundedReader(Reader reader) {
        super(reader);
    }

    /** There is no end to a row. */
    static final class Endless extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read(char[] characters, int from, int length) throws IOException {
        int n = super.read(characters, from, length);
        since += Math.max(0, n);
        if (since > MOST) {
            throw new Endless();
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** A row is over. */
    void release() {
        since = 0;
    }
}
