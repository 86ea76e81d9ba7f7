package org.zhigong.ingest.read;

/**
 * Whether bytes are CSV as RFC 4180 has it, all records alike: then the engine may read them as they are. Only bytes
 * below 128 matter here, so it works on any encoding that keeps them.
 */
final class RecordScan {

    /** Longer records go the careful way. */
    private static final int LONGEST = 1 << 20;

    private static final byte OTHER = 0;
    private static final byte DELIMITER = 1;
    private static final byte QUOTE = 2;
    private static final byte RETURN = 3;
    private static final byte LINE = 4;
    private static final byte NUL = 5;

    private static final int START = 0;
    private static final int BARE = 1;
    private static final int QUOTED = 2;
    private static final int CLOSED = 3;
    private static final int RETURNED = 4;

    // The comma and all special bytes but other delimiters are below it; letters, digits and the minus are not.
    private static final long LOW = Words.repeated(0x2D);

    private final long delimiters;
    private final byte[] kinds = new byte[256];
    private int state = START;
    private boolean plain = true;
    private long length;
    private long recordStart;
    private int field = 1;
    private int fields;
    private long records;
    private long returns;

    RecordScan(char delimiter) {
        delimiters = Words.repeated(delimiter);
        kinds[delimiter] = DELIMITER;
        kinds['"'] = QUOTE;
        kinds['\r'] = RETURN;
        kinds['\n'] = LINE;
        kinds[0] = NUL;
    }

    void accept(byte[] bytes, int from, int to) {
        int at = state;
        recordStart = from - length;
        int i = from;
        while (plain && i < to) {
            int next = nextSpecial(bytes, i, to);
            if (next > i) {
                plain = at < CLOSED;
                at = at == START ? BARE : at;
            }
            if (plain && next < to) {
                at = step(at, kinds[bytes[next] & 0xff], next);
            }
            i = next + 1;
        }
        state = at;
        length = to - recordStart;
        plain &= length <= LONGEST;
    }

    private int nextSpecial(byte[] bytes, int from, int to) {
        int i = from;
        while (i + 8 <= to) {
            long word = Words.at(bytes, i);
            long marks = Words.below(word, LOW) | Words.equal(word, delimiters);
            if (marks == 0) {
                i += 8;
                continue;
            }
            i += Words.first(marks);
            if (kinds[bytes[i] & 0xff] != OTHER) {
                return i;
            }
            i++;
        }
        while (i < to && kinds[bytes[i] & 0xff] == OTHER) {
            i++;
        }
        return i;
    }

    private int step(int at, byte kind, int index) {
        if (kind == DELIMITER && at != QUOTED && at != RETURNED) {
            field++;
            return START;
        }
        if (kind == LINE && at != QUOTED) {
            endRecord(index - recordStart - (at == RETURNED ? 1 : 0));
            recordStart = index + 1L;
            return START;
        }
        return special(at, kind);
    }

    private int special(int at, byte kind) {
        if (at == QUOTED) {
            plain &= kind == QUOTE || kind == DELIMITER;
            return kind == QUOTE ? CLOSED : QUOTED;
        }
        if (kind == QUOTE && (at == START || at == CLOSED)) {
            return QUOTED;
        }
        if (kind == RETURN && at != RETURNED) {
            returns++;
            return RETURNED;
        }
        plain = false;
        return at;
    }

    private void endRecord(long recordLength) {
        if (records == 0) {
            fields = field;
        }
        records++;
        plain &= recordLength > 0 && recordLength <= LONGEST && field == fields;
        field = 1;
    }

    /** The bytes are over. */
    void end() {
        plain &= state != QUOTED && state != RETURNED;
        if (length > 0) {
            long complete = records;
            endRecord(length);
            plain &= returns == 0 || returns == complete;
        } else {
            plain &= returns == 0 || returns == records;
        }
    }

    boolean isPlain() {
        return plain && records > 0;
    }

    String endOfLine() {
        return returns > 0 ? "\r\n" : "\n";
    }

    int fields() {
        return fields;
    }

    long records() {
        return records;
    }
}
