package org.zhigong.jobs.city.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Writes cells straight into a file's bytes. */
final class ByteCells implements Cells, Closeable {

    private static final int CAPACITY = 1 << 17;
    private static final int RESERVE = 1 << 12;

    private final OutputStream out;
    private final Charset charset;
    private final boolean isUtf8;
    private final byte delimiter;
    private final boolean isTrailing;
    private final String lineEnd;
    private final byte[] buffer = new byte[CAPACITY];
    private int length;
    private boolean isFirst = true;

    /** @param isTrailing whether a delimiter also follows the last cell */
    ByteCells(OutputStream out, Charset charset, char delimiter, boolean isTrailing, String lineEnd) {
        this.out = out;
        this.charset = charset;
        this.isUtf8 = charset.equals(StandardCharsets.UTF_8);
        this.delimiter = (byte) delimiter;
        this.isTrailing = isTrailing;
        this.lineEnd = lineEnd;
    }

    @Override
    public void text(@Nullable String text) {
        next();
        if (text == null) {
            return;
        }
        if (isUtf8) {
            utf8(text);
        } else {
            bytes(text.getBytes(charset));
        }
    }

    @Override
    public void code(@Nullable String code) {
        next();
        if (code != null) {
            ascii(code);
        }
    }

    @Override
    public void number(long number) {
        next();
        digits(number);
    }

    @Override
    public void yuan(long fen) {
        next();
        hundredths(fen);
    }

    @Override
    public void wanYuan(@Nullable Long fen) {
        next();
        if (fen != null) {
            hundredths(fen / 10_000);
        }
    }

    @Override
    public void day(@Nullable LocalDate day) {
        next();
        if (day != null) {
            dashed(day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth());
        }
    }

    @Override
    public void day(int yearMonthDay) {
        next();
        dashed(yearMonthDay);
    }

    @Override
    public void month(YearMonth month) {
        next();
        digits(month.getYear());
        put('-');
        two(month.getMonthValue());
    }

    @Override
    public void compactMonth(YearMonth month) {
        next();
        digits(month.getYear());
        two(month.getMonthValue());
    }

    void endRow() {
        if (isTrailing) {
            buffer[length++] = delimiter;
        }
        ascii(lineEnd);
        isFirst = true;
    }

    /** Writes a whole line that somebody else has put together. */
    void bytes(byte[] bytes) {
        flushIfFull(bytes.length);
        if (bytes.length > buffer.length) {
            write(bytes, bytes.length);
            return;
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    @Override
    public void close() {
        flush();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot finish a file of the city", e);
        }
    }

    private void next() {
        flushIfFull(RESERVE);
        if (!isFirst) {
            buffer[length++] = delimiter;
        }
        isFirst = false;
    }

    private void flushIfFull(int needed) {
        if (length + needed > buffer.length) {
            flush();
        }
    }

    private void flush() {
        write(buffer, length);
        length = 0;
    }

    private void write(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a file of the city: " + e.getMessage(), e);
        }
    }

    private void put(char c) {
        buffer[length++] = (byte) c;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    private void utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[length++] = (byte) c;
            } else if (c < 0x800) {
                buffer[length++] = (byte) (0xC0 | (c >> 6));
                buffer[length++] = (byte) (0x80 | (c & 0x3F));
            } else {
                buffer[length++] = (byte) (0xE0 | (c >> 12));
                buffer[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                buffer[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }

    private void hundredths(long value) {
        long rest = value;
        if (rest < 0) {
            put('-');
            rest = -rest;
        }
        digits(rest / 100);
        put('.');
        two((int) (rest % 100));
    }

    private void dashed(int yearMonthDay) {
        digits(yearMonthDay / 10_000);
        put('-');
        two(yearMonthDay / 100 % 100);
        put('-');
        two(yearMonthDay % 100);
    }

    private void two(int number) {
        put((char) ('0' + number / 10));
        put((char) ('0' + number % 10));
    }

    private void digits(long number) {
        long rest = number;
        if (rest < 0) {
            put('-');
            rest = -rest;
        }
        int width = 1;
        for (long power = 10; width < 19 && rest >= power; power *= 10) {
            width++;
        }
        length += width;
        for (int i = 1; i <= width; i++) {
            buffer[length - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
