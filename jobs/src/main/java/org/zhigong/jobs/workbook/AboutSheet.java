package org.zhigong.jobs.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.zhigong.jobs.workbook.SheetColumn.Kind;
import org.zhigong.marts.release.ReleaseTitle;
import org.zhigong.transform.Label;

/** The first sheet: which release this is, how to read it, and what it leaves to the other files of the release. */
final class AboutSheet {

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.of("zh", "说明", "About, in Chinese", 70, Kind.LONG_TEXT),
            SheetColumn.of("en", "说明（英文）", "About", 90, Kind.LONG_TEXT));

    private AboutSheet() {}

    static void write(ReleaseTitle release, XlsxFile file) throws IOException {
        XlsxSheet sheet = file.sheet(TableSheet.form(
                new Label("说明", "About"),
                new Label("工会职工数据仓库 " + release.closing(), "Zhigong, figures up to " + release.closing()),
                release.notice(),
                COLUMNS,
                0));
        for (Label line : lines(release)) {
            sheet.beginRow(Math.max(
                    XlsxSheet.lines(line.zh(), COLUMNS.get(0).width()),
                    XlsxSheet.lines(line.en(), COLUMNS.get(1).width())));
            sheet.text(line.zh(), Look.WRAPPED);
            sheet.text(line.en(), Look.WRAPPED);
            sheet.endRow();
        }
    }

    private static List<Label> lines(ReleaseTitle release) {
        List<Label> lines = new ArrayList<>();
        lines.add(new Label("发布：" + release.id(), "Release: " + release.id()));
        lines.add(new Label("截止月份：" + release.closing(), "Closing month: " + release.closing()));
        release.knownAt().ifPresent(day -> lines.add(new Label("反映 %s 当时已知的情况".formatted(day), "As known on " + day)));
        if (release.synthetic()) {
            lines.add(new Label(
                    "本册全部为合成数据，不是任何真实单位或个人的数据。",
                    "All data in this workbook are synthetic: they are of no real person or employer."));
        }
        lines.add(new Label(
                "全部数字已通过统计披露控制（%s，%s）。"
                        .formatted(
                                release.protection().name(),
                                release.protection().audience()),
                "Every figure has passed disclosure control (%s, %s)."
                        .formatted(
                                release.protection().name(),
                                release.protection().audience())));
        lines.add(new Label(
                "“%s”为保密：既不是空，也不是零；不得由其他数字推算。".formatted(Figure.CONFIDENTIAL),
                "'%s' is confidential: neither empty nor zero, and not to be worked out from other figures."
                        .formatted(Figure.CONFIDENTIAL)));
        lines.add(
                new Label(
                        "形如“15.00% – 15.40%”的是上下限，点值未知；下限、上限另有两列。",
                        "What reads like '15.00% – 15.40%' are bounds: the point is not known; both also stand in columns of their own."));
        lines.add(new Label(
                "“—”为没有数值，原因见“状态”列；空格为不发布该单元。",
                "'—' is no number, for the reason in the column Status; an empty cell is not stated at all."));
        lines.add(new Label(
                "单位“分”为人民币分；“占比”按百分数显示，单元格内保留全部精度。",
                "The unit fen is a hundredth of a yuan; shares show as per cent and keep their full precision."));
        lines.add(
                new Label(
                        "地区口径 geo 为16个区，与“未能确定地区”相加等于全市；经开区按报送单位（reporting）另列，已含在所在区内，不再相加。",
                        "Places as geo are 16 districts, which with 'place not known' add up to the city; Yizhuang, a reporting unit, is stated apart and also within the districts that it lies in."));
        lines.add(
                new Label(
                        "本册有：各指标最近一月、季、年的全市和各区数值，最近13个月的逐月数值，全市最近一月的分组数值，指标定义，最近12个月的报送和隔离情况。",
                        "In this workbook: the newest month, quarter and year of every indicator for the city and its districts, the last thirteen months, the city's newest month by group, definitions, and deliveries and quarantine of twelve months."));
        lines.add(
                new Label(
                        "街道（乡镇）、更早的期间和各区的分组数值见同一发布的 marts/figures.parquet 和 zhigong.duckdb。",
                        "Streets, earlier periods, and the groups of districts are in marts/figures.parquet and zhigong.duckdb of the same release."));
        return lines;
    }
}
