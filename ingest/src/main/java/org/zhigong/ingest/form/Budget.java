package org.zhigong.ingest.form;

/** How many bytes a container may unpack to: enough for any file that people make, and not for a bomb. */
final class Budget {

    /** No real file holds more than so many times its own size; one that repeats itself all over may reach 100. */
    private static final long HIGHEST_RATIO = 200;

    private static final long FREE = 64L << 20;
    private static final long MOST = 4L << 30;

    /** A sheet is read to find its header, for its rows, and again if they turn out to be merged. */
    private static final int READINGS = 3;

    private final Form form;
    private long left;

    private Budget(Form form, long left) {
        this.form = form;
        this.left = left;
    }

    /** For a file of {@code size} bytes that is unpacked once. */
    static Budget once(Form form, long size) {
        return new Budget(form, Math.min(MOST, FREE + HIGHEST_RATIO * size));
    }

    /** Of {@code most} bytes, whatever the size of the file. */
    static Budget of(Form form, long most) {
        return new Budget(form, most);
    }

    /** For a workbook of {@code size} bytes. */
    static Budget ofWorkbook(long size) {
        return new Budget(Form.XLSX, READINGS * once(Form.XLSX, size).left);
    }

    void spend(long bytes) throws RejectedFile {
        left -= bytes;
        if (left < 0) {
            throw Damage.tooLarge(form, "解压后过大（可能是压缩炸弹）", "that unpacks to far more than its size, like a zip bomb");
        }
    }
}
