package org.zhigong.ingest.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes looked at in one step. */
final class Words {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private Words() {}

    /** The eight bytes from {@code index}, the first one lowest. */
    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Eight times {@code b}. */
    static long repeated(int b) {
        return ONES * b;
    }

    static boolean isAscii(long word) {
        return (word & TOPS) == 0;
    }

    /** Marks bytes below {@code repeated(limit)}; the lowest mark is exact, those above it may be false. */
    static long below(long word, long limits) {
        return (word - limits) & ~word & TOPS;
    }

    /** Marks bytes equal to those of {@code wanted}; the lowest mark is exact, those above it may be false. */
    static long equal(long word, long wanted) {
        long difference = word ^ wanted;
        return (difference - ONES) & ~difference & TOPS;
    }

    /** The index of the lowest marked byte, 8 if none is. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
