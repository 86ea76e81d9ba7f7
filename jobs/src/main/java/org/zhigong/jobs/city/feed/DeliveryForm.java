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
    JSON_LINES(".json");

    /** One reporting unit in so many fills in a workbook. */
    private static final int WORKBOOK_EVERY = 9;

    /** The school that does. */
    private static final String WORKBOOK_SCHOOL = "S01";

    private final String extension;

    DeliveryForm(String extension) {
        this.extension = extension;
    }

    /** The form in which {@code deliverer} sends {@code feed}. */
    public static DeliveryForm of(Feed feed, String deliverer) {
        return switch (feed) {
            case MEMBERS -> Math.floorMod(deliverer.hashCode(), WORKBOOK_EVERY) == 4 ? WORKBOOK : TEXT;
            case TRAINING -> deliverer.equals(WORKBOOK_SCHOOL) ? WORKBOOK : TEXT;
            case REQUESTS -> JSON_LINES;
            default -> TEXT;
        };
    }

    /** The form of a file by its name. */
    public static DeliveryForm ofName(String fileName) {
        for (DeliveryForm form : values()) {
            if (fileName.endsWith(form.extension)) {
                return form;
            }
        }
        return TEXT;
    }

    /** What a file's name ends with. */
    public String extension() {
        return extension;
    }
}
