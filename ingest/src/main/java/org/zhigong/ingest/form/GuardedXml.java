package org.zhigong.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * The bytes of a part of a workbook, looked at before a parser sees them: no document type, hence no entities; no token
 * so long that it would fill the memory; not more bytes than any workbook has.
 */
final class GuardedXml extends InputStream {

    private static final long LONGEST_TOKEN = 1 << 20;

    private enum State {
        TEXT,
        OPENED,
        TAG,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        INSTRUCTION,
        COMMENT
    }

    /** What is wrong, carried through the parser, which knows nothing of it. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient RejectedFile why;

        Refused(RejectedFile why) {
            super(why.code());
            this.why = why;
        }

        RejectedFile why() {
            return why;
        }
    }

    private final InputStream in;
    private final Budget budget;
    private final long expectedCrc;
    private final CRC32 crc = new CRC32();
    private State state = State.TEXT;
    private long token;
    private int before;
    private int beforeThat;

    /** @param expectedCrc what the zip file says of these bytes; the class library does not compare it */
    GuardedXml(InputStream in, Budget budget, long expectedCrc) {
        this.in = in;
        this.budget = budget;
        this.expectedCrc = expectedCrc;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = in.read(bytes, from, length);
        if (n < 0 && crc.getValue() != expectedCrc) {
            throw new Refused(Damage.damaged(Form.XLSX));
        }
        if (n <= 0) {
            return n;
        }
        crc.update(bytes, from, n);
        try {
            budget.spend(n);
            look(bytes, from, from + n);
        } catch (RejectedFile e) {
            throw new Refused(e);
        }
        return n;
    }

    private void look(byte[] bytes, int from, int to) throws RejectedFile {
        int start = from;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            State next = next(b);
            if (next != state) {
                state = next;
                boolean isTokenOver = next == State.TEXT || next == State.OPENED;
                if (isTokenOver) {
                    requireShort(token + i - start);
                    token = 0;
                    start = i;
                }
            }
            beforeThat = before;
            before = b;
        }
        token += to - start;
        requireShort(token);
    }

    private static void requireShort(long length) throws RejectedFile {
        if (length > LONGEST_TOKEN) {
            throw Damage.unsafe(Form.XLSX, "异常超长的内容", "content of abnormal length");
        }
    }

    private State next(byte b) throws RejectedFile {
        if (b == 0) {
            throw Damage.damaged(Form.XLSX);
        }
        return switch (state) {
            case TEXT -> b == '<' ? State.OPENED : State.TEXT;
            case OPENED -> opened(b);
            case TAG ->
                switch (b) {
                    case '>' -> State.TEXT;
                    case '"' -> State.DOUBLE_QUOTED;
                    case '\'' -> State.SINGLE_QUOTED;
                    default -> State.TAG;
                };
            case SINGLE_QUOTED -> b == '\'' ? State.TAG : State.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> b == '"' ? State.TAG : State.DOUBLE_QUOTED;
            case INSTRUCTION -> b == '>' && before == '?' ? State.TEXT : State.INSTRUCTION;
            case COMMENT -> comment(b);
        };
    }

    private static State opened(byte b) {
        return switch (b) {
            case '?' -> State.INSTRUCTION;
            case '!' -> State.COMMENT;
            case '>' -> State.TEXT;
            default -> State.TAG;
        };
    }

    private State comment(byte b) throws RejectedFile {
        // A document type, its entities and CDATA begin like a comment, but for the dash.
        if (before == '!' && beforeThat == '<' && b != '-') {
            throw Damage.unsafe(Form.XLSX, "外部实体声明（DOCTYPE）", "a document type, as attacks by entities have it");
        }
        return b == '>' && before == '-' && beforeThat == '-' ? State.TEXT : State.COMMENT;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
