package org.zhigong.ingest.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The physical lines of a file, one after the other. LF, CRLF and CR end a line. */
interface Lines extends Closeable {

    /** The next line, null after the last. */
    @Nullable
    Line next() throws IOException;
}
