package org.zhigong.jobs.briefing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures as sentences of HTML, worked out from the figures alone. */
final class Sentences {

    private final Release release;
    private final Language language;
    private final Numbers numbers;
    private final Shown shown;

    Sentences(Release release, Language language) {
        this.release = release;
        this.language = language;
        this.numbers = new Numbers(language);
        this.shown = new Shown(numbers);
    }

    /** Where the city stands, how that changed, and how far the target is. */
    String level(Figure figure, Indicator indicator) {
        StringBuilder html = new StringBuilder();
        html.append("<strong>")
                .append(Html.escaped(language.of(indicator.title())))
                .append("</strong>")
                .append(language.of("：", ": "));
        html.append(language.of(
                numbers.period(figure.key().period()) + "全市" + shown.of(figure, indicator),
                shown.of(figure, indicator) + " in the city in "
                        + numbers.period(figure.key().period())));
        if (!figure.confidential()) {
            html.append(why(figure));
            String before = Span.before(figure.key().period());
            html.append(change(figure, indicator, before, numbers.before(before)));
            if (Span.of(figure.key().period()) != Span.YEAR) {
                String year = Span.yearBefore(figure.key().period());
                html.append(change(figure, indicator, year, numbers.yearBefore(year)));
            }
            html.append(target(figure, indicator));
        }
        return html.append(language.of("。", ".")).toString();
    }

    private String why(Figure figure) {
        return switch (figure.status()) {
            case "bounds" -> language.of("（只有上下限）", " (bounds only)");
            case "insufficient_history" -> language.of("（历史数据不足）", " (history too short)");
            case "no_denominator" -> language.of("（分母为零）", " (no denominator)");
            case "over_100" -> language.of("（超过100%，见说明）", " (above 100 %, see the notes)");
            default -> "";
        };
    }

    // What the release does not know at all is said once for all figures, in the note.
    private String change(Figure figure, Indicator indicator, String period, String name) {
        if (!release.knows(indicator.id(), period)) {
            return "";
        }
        return language.of("，", ", ")
                + compared(
                        figure, indicator, release.find(Figure.Key.whole(indicator.id(), period, Release.CITY)), name);
    }

    private String compared(Figure figure, Indicator indicator, Optional<Figure> since, String name) {
        OptionalDouble change = Shown.change(figure, since);
        if (change.isEmpty()) {
            return language.of("与%s不可比".formatted(name), "not comparable with " + name);
        }
        double size = change.getAsDouble();
        if (numbers.isNone(size, indicator)) {
            return language.of("与%s持平".formatted(name), "unchanged on " + name);
        }
        String marked = Shown.change(figure, since.orElseThrow(), numbers.size(size, indicator));
        String way = indicator.isAmount() ? (size > 0 ? "增加" : "减少") : (size > 0 ? "上升" : "下降");
        return language.of("比" + name + way + marked, "%s %s on %s".formatted(size > 0 ? "up" : "down", marked, name));
    }

    private String target(Figure figure, Indicator indicator) {
        if (figure.target().isEmpty() || figure.value().isEmpty()) {
            return "";
        }
        double gap = figure.target().getAsDouble() - figure.value().getAsDouble();
        boolean isReached = indicator.better().equals("down") ? gap >= 0 : gap <= 0;
        String target = shown.target(figure, indicator);
        String away = shown.gap(figure, numbers.size(gap, indicator));
        return isReached
                ? language.of("，达到目标（%s）".formatted(target), "; the target of %s is met".formatted(target))
                : language.of(
                        "，距目标%s还差%s".formatted(target, away), "; the target of %s is %s away".formatted(target, away));
    }

    /** Who stands highest and lowest among {@code parts}, and how many say nothing. */
    String ranking(List<Figure> parts, Indicator indicator, String what) {
        List<Figure> ranked = parts.stream()
                .filter(part -> part.value().isPresent())
                .sorted(java.util.Comparator.comparingDouble(
                        part -> -part.value().getAsDouble()))
                .toList();
        long confidential = parts.stream().filter(Figure::confidential).count();
        String silent = confidential == 0
                ? ""
                : language.of(
                        "，%d个%s中%d个保密".formatted(parts.size(), what, confidential),
                        "; %d of %d are confidential".formatted(confidential, parts.size()));
        if (ranked.size() < 2) {
            return language.of(
                    "有数值的%s不足两个，不作比较%s。".formatted(what, silent),
                    "Fewer than two %s have a number to compare%s.".formatted(what, silent));
        }
        String first = named(ranked, ranked.get(0), indicator, what);
        String last = named(ranked, ranked.get(ranked.size() - 1), indicator, what);
        return language.of(
                "最高为%s，最低为%s%s。".formatted(first, last, silent),
                "Highest: %s; lowest: %s%s.".formatted(first, last, silent));
    }

    private String named(List<Figure> ranked, Figure figure, Indicator indicator, String what) {
        String text = numbers.of(figure, indicator);
        long equal = ranked.stream()
                .filter(each -> numbers.of(each, indicator).equals(text))
                .count();
        String group = Html.escaped(language.of(release.groupOf(figure.key())));
        String several = equal == 1
                ? group
                : language.of("%s等%d个%s".formatted(group, equal, what), "%s and %d more".formatted(group, equal - 1));
        return language.of(several + "（", several + " (") + shown.of(figure, indicator) + language.of("）", ")");
    }
}
