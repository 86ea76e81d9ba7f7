package org.zhigong.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.EngineException;
import org.zhigong.warehouse.SetupException;

/** Turns what went wrong into a sentence and an exit code; a stack trace is for {@code ZHIGONG_DEBUG} only. */
final class Failures {

    private final PrintWriter err;
    private final boolean debug;

    Failures(PrintWriter err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    /** Says what happened. @return the exit code */
    int report(Exception e) {
        if (debug) {
            e.printStackTrace(err);
        }
        if (e instanceof DataException) {
            return said(String.valueOf(e.getMessage()), 1);
        }
        if (e instanceof SetupException) {
            return said(String.valueOf(e.getMessage()), 2);
        }
        if (e instanceof UncheckedIOException io) {
            return said(fileTrouble(io), 2);
        }
        if (e instanceof EngineException) {
            return said(engine(String.valueOf(e.getMessage())), 2);
        }
        return said(
                "Internal error, a defect of Zhigong: %s. Nothing half done is visible; run again with ZHIGONG_DEBUG=1 and report what it says"
                        .formatted(e),
                2);
    }

    private static String fileTrouble(UncheckedIOException e) {
        IOException cause = e.getCause() == null ? new IOException(e.getMessage()) : e.getCause();
        return String.valueOf(AtomicFiles.failed("go on:", Path.of(String.valueOf(e.getMessage())), cause)
                .getMessage());
    }

    private static String engine(String message) {
        if (message.contains("No space left") || message.contains("could not write all bytes")) {
            return "The disk is full: %s. Nothing half done is visible; free some space and run again"
                    .formatted(message);
        }
        if (message.contains("Out of Memory")) {
            return "Not enough memory for the engine: %s. Raise ZHIGONG_MEMORY_MIB or free some disk for spilling"
                    .formatted(message);
        }
        return message;
    }

    private int said(String message, int code) {
        err.println("zhigong: " + message);
        return code;
    }
}
