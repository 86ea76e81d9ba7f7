package org.zhigong.jobs.city.feed;

/**
 * In what form a deliverer sends a feed: chosen in {@link #of}, which is where a feed is given a form of its own. The
 * name of a file says it again, so that a delivery needs to know nothing more.
 */
public enum DeliveryForm {
    /** Delimited text. */
    TEXT(".csv"),
    /** A workbook as districts fill it in: titles, a header in two levels, sheets, totals, a footer, a hidden list. */
    WORKBOOK(".xlsx"),
    /** A page in GBK that a web system calls a workbook. */
    PAGE(".xls"),
    /** A JSON object a line. */
    JSON_LINES(".json"),
    /** Delimited text in an archive, in a folder whose name is written in GBK. */
    ARCHIVE(".zip/报送/%s.csv");

    /** Of so many reporting units one fills in a workbook, and one packs its text. */
    private static final int UNITS = 9;

    /** The school that fills in a workbook. */
    private static final String WORKBOOK_SCHOOL = "S01";

    private static final String PACKED = ".zip/";

    private final String extension;

    DeliveryForm(String extension) {
        this.extension = extension;
    }

    /** The form in which {@code deliverer} sends {@code feed}. */
    public static DeliveryForm of(Feed feed, String deliverer) {
        return switch (feed) {
            case MEMBERS -> ofUnit(Math.floorMod(deliverer.hashCode(), UNITS));
            case TRAINING -> deliverer.equals(WORKBOOK_SCHOOL) ? WORKBOOK : TEXT;
            case REQUESTS -> JSON_LINES;
            case ARBITRATION -> PAGE;
            default -> TEXT;
        };
    }

    private static DeliveryForm ofUnit(int number) {
        return switch (number) {
            case 4 -> WORKBOOK;
            case 7 -> ARCHIVE;
            default -> TEXT;
        };
    }

    /** The form of a file by its name. */
    public static DeliveryForm ofName(String fileName) {
        if (fileName.contains(PACKED)) {
            return ARCHIVE;
        }
        for (DeliveryForm form : values()) {
            if (fileName.endsWith(form.extension)) {
                return form;
            }
        }
        return TEXT;
    }

    /** Whether it is delimited text, packed or not. */
    public boolean isText() {
        return this == TEXT || this == ARCHIVE;
    }

    /** The name of a file, of which {@code stem} says all; of a packed one with its archive, as ingest names it. */
    public String fileName(String stem) {
        return stem + extension.formatted(stem);
    }

    /** The file on the disk below its feed's folder in which {@code fileName} is: the archive, or itself. */
    public static String onDisk(String fileName) {
        int packed = fileName.indexOf(PACKED);
        return packed < 0 ? fileName : fileName.substring(0, packed + PACKED.length() - 1);
    }

    /** The name of a packed file in its archive. */
    public static String inArchive(String fileName) {
        return fileName.substring(fileName.indexOf(PACKED) + PACKED.length());
    }
}
