package org.zhigong.ingest.read;

/**
 * A physical line of a file.
 *
 * @param number from 1
 * @param text without its line end; empty if it cannot be read
 * @param isReadable whether its bytes are text in the encoding of the file
 * @param isTerminated whether a line end follows
 */
record Line(long number, String text, boolean isReadable, boolean isTerminated) {}
