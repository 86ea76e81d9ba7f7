package org.zhigong.jobs.briefing;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import org.zhigong.transform.Label;

/** Numbers and periods as people of a language write them. */
final class Numbers {

    private static final double FEN_PER_YUAN = 100;
    private static final double YUAN_PER_WAN = 10_000;
    private static final double YUAN_PER_MILLION = 1_000_000;
    private static final String[] QUARTERS = {"一", "二", "三", "四"};

    private final Language language;

    Numbers(Language language) {
        this.language = language;
    }

    /** What a figure says: its value, its bounds, that it is confidential, or that there is none. */
    String of(Figure figure, Indicator indicator) {
        if (figure.confidential()) {
            return language.of("保密", "confidential");
        }
        if (figure.isBounds()) {
            return value(figure.lower().getAsDouble(), indicator) + "–"
                    + value(figure.upper().getAsDouble(), indicator);
        }
        return figure.value().isEmpty() ? "—" : value(figure.value().getAsDouble(), indicator);
    }

    /** {@code value} in the unit of {@code indicator}. */
    String value(double value, Indicator indicator) {
        return switch (indicator.unit()) {
            case "rate" -> fixed(value * 100, 1) + percent();
            case "count" -> fixed(value, 0);
            case "fen" -> money(value);
            case "ratio" -> fixed(value, 2);
            default -> fixed(value, 1) + language.of("", " ") + language.of(indicator.unitName());
        };
    }

    /** A change from one value to the next: points of a share, else in its unit. */
    String change(double change, Indicator indicator) {
        String sign = change > 0 ? "+" : change < 0 ? "−" : "±";
        return sign + size(change, indicator);
    }

    /** How large a change is, whichever way it goes. */
    String size(double change, Indicator indicator) {
        double size = Math.abs(change);
        return indicator.unit().equals("rate")
                ? fixed(size * 100, 1) + language.of("个百分点", " points")
                : value(size, indicator);
    }

    /** Whether {@code change} shows as nothing. */
    boolean isNone(double change, Indicator indicator) {
        return size(change, indicator).equals(size(0, indicator));
    }

    private String money(double fen) {
        double yuan = fen / FEN_PER_YUAN;
        return switch (language) {
            case ZH -> Math.abs(yuan) < YUAN_PER_WAN ? fixed(yuan, 0) + "元" : fixed(yuan / YUAN_PER_WAN, 1) + "万元";
            case EN ->
                Math.abs(yuan) < YUAN_PER_MILLION
                        ? fixed(yuan, 0) + " yuan"
                        : fixed(yuan / YUAN_PER_MILLION, 2) + " million yuan";
        };
    }

    private String percent() {
        return language.of("%", " %");
    }

    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        // What rounds to nothing has no sign.
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /** A period in words. */
    String period(String period) {
        return switch (Span.of(period)) {
            case MONTH -> month(YearMonth.parse(period));
            case QUARTER ->
                language.of(
                        "%d年%s季度".formatted(Span.year(period), QUARTERS[Span.quarter(period) - 1]),
                        "Q%d %d".formatted(Span.quarter(period), Span.year(period)));
            case YEAR -> language.of(period + "年", period);
        };
    }

    private String month(YearMonth month) {
        return language.of(
                "%d年%d月".formatted(month.getYear(), month.getMonthValue()),
                "%s %d".formatted(month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), month.getYear()));
    }

    /** A month on an axis. */
    String shortMonth(YearMonth month) {
        return language.of(
                month.getMonthValue() + "月", month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    }

    /** What came before a period that is as long as {@code period}. */
    String before(String period) {
        return language.of(
                switch (Span.of(period)) {
                    case MONTH -> new Label("上月", "the month before");
                    case QUARTER -> new Label("上季度", "the quarter before");
                    case YEAR -> new Label("上年", "the year before");
                });
    }

    /** The same period of last year. */
    String yearBefore(String period) {
        return language.of(
                switch (Span.of(period)) {
                    case MONTH -> new Label("上年同月", "the same month of last year");
                    case QUARTER -> new Label("上年同季", "the same quarter of last year");
                    case YEAR -> new Label("上年", "the year before");
                });
    }
}
