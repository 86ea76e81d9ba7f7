package org.zhigong.marts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random rows, small numbers, many ties: the queries and a plain loop over the rows give the same cells. */
class CellsAgainstPlainJavaTest {

    private static final List<String> MONTHS = List.of("2025-01", "2025-02", "2025-03");

    private static final String RATE = """
            name: {zh: 率, en: Rate}
            definition: {zh: 定义, en: Definition}
            base: marts.employer_base
            numerator: sum(received_fen)
            denominator: sum(due_fen)
            population: is_bound
            unit: rate
            kind: flow
            counts: fen
            breakdowns: [district, street, industry, size_class]
            version: 1
            """;

    @TempDir
    private Path folder;

    private record Row(
            String month,
            String employer,
            List<String> places,
            String industry,
            String size,
            long received,
            long due,
            long workers,
            boolean counts) {}

    @ParameterizedTest(name = "seed {0}: {1} rows, {2}")
    @CsvSource({
        "1,3,ONE_PER_CONTRIBUTOR",
        "2,40,ONE_PER_CONTRIBUTOR",
        "3,400,ONE_PER_CONTRIBUTOR",
        "4,40,MANY_PER_CONTRIBUTOR",
        "5,400,MANY_PER_CONTRIBUTOR"
    })
    void agree(long seed, int size, Base.Rows rows) {
        Random random = new Random(seed);
        boolean isOneRow = rows == Base.Rows.ONE_PER_CONTRIBUTOR;
        List<Row> drawn = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            drawn.add(draw(
                    random,
                    isOneRow ? "E" + i : "E" + random.nextInt(size / 4 + 1),
                    isOneRow ? "2025-03" : MONTHS.get(random.nextInt(3))));
        }
        PeriodKey period = isOneRow
                ? PeriodKey.month(YearMonth.of(2025, 3))
                : PeriodKey.of(PeriodKey.Type.QUARTER, YearMonth.of(2025, 3));

        List<Map<String, Object>> cells = new CellRun(folder)
                .of(
                        Bases.employers(folder, rows),
                        RATE,
                        period,
                        period.months().size(),
                        drawn.stream().map(CellsAgainstPlainJavaTest::asRow).toList());

        Map<String, String> found = new TreeMap<>();
        cells.forEach(cell -> found.put(
                "%s %s %s %s"
                        .formatted(
                                cell.get("place_scheme"),
                                cell.get("place"),
                                cell.get("breakdown"),
                                cell.get("breakdown_value")),
                "%s/%s persons %s employers %s top %s %s / %s %s"
                        .formatted(
                                cell.get("numerator"),
                                cell.get("denominator"),
                                cell.get("persons"),
                                cell.get("employers"),
                                cell.get("numerator_top1"),
                                cell.get("numerator_top2"),
                                cell.get("denominator_top1"),
                                cell.get("denominator_top2"))));
        assertThat(found).isEqualTo(plain(drawn));
    }

    private static Row draw(Random random, String employer, String month) {
        int district = random.nextInt(4);
        List<String> places = district == 3
                ? List.of("unallocated", "unallocated", "unallocated")
                : List.of(
                        "11010" + district,
                        district == 2 && random.nextBoolean() ? "110115403" : "11010" + district,
                        "11010" + district + "00" + random.nextInt(3));
        return new Row(
                month,
                random.nextInt(9) == 0 ? "none" : employer,
                places,
                random.nextInt(5) == 0 ? "-" : "I" + random.nextInt(3),
                "S" + random.nextInt(2),
                random.nextInt(4),
                random.nextInt(6),
                random.nextInt(3),
                random.nextInt(8) > 0);
    }

    private static Map<String, Object> asRow(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("period", row.month());
        values.put("employer_id", row.employer());
        values.put("row_kind", "employer");
        values.put("attribute", "all");
        values.put("district_code", row.places().get(0));
        values.put("unit_code", row.places().get(1));
        values.put("street_code", row.places().get(2));
        if (!row.industry().equals("-")) {
            values.put("industry", row.industry());
        }
        values.put("size_class", row.size());
        values.put("received_fen", row.received());
        values.put("due_fen", row.due());
        values.put("workers", row.workers());
        values.put("is_bound", row.counts());
        return values;
    }

    /** The cells as a loop over the rows finds them. */
    private static Map<String, String> plain(List<Row> rows) {
        Map<String, List<Row>> cells = new HashMap<>();
        cells.put("geo 110000 none all", new ArrayList<>());
        cells.put("reporting 110000 none all", new ArrayList<>());
        for (Row row : rows) {
            for (String group : List.of("none all", "industry " + row.industry(), "size_class " + row.size())) {
                if (!group.endsWith("-")) {
                    add(cells, "geo 110000 " + group, row);
                    add(cells, "geo " + row.places().get(0) + " " + group, row);
                    add(cells, "reporting 110000 " + group, row);
                    add(cells, "reporting " + row.places().get(1) + " " + group, row);
                }
            }
            if (!row.places().get(2).equals("unallocated")) {
                add(cells, "geo " + row.places().get(2) + " none all", row);
            }
        }
        Map<String, String> shown = new TreeMap<>();
        cells.forEach((cell, inside) -> {
            Side received = side(inside.stream().filter(Row::counts).toList(), true);
            Side due = side(inside.stream().filter(Row::counts).toList(), false);
            if (received.sum() != 0 || due.sum() != 0 || cell.endsWith("110000 none all")) {
                long persons = inside.stream()
                        .filter(row -> row.counts() && row.month().equals("2025-03"))
                        .mapToLong(Row::workers)
                        .sum();
                shown.put(
                        cell,
                        "%d/%d persons %d employers %d top %d %d / %d %d"
                                .formatted(
                                        received.sum(),
                                        due.sum(),
                                        persons,
                                        due.contributors(),
                                        received.first(),
                                        received.second(),
                                        due.first(),
                                        due.second()));
            }
        });
        return shown;
    }

    private static void add(Map<String, List<Row>> cells, String cell, Row row) {
        cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(row);
    }

    private record Side(long sum, long contributors, long first, long second) {}

    private static Side side(List<Row> rows, boolean isReceived) {
        Map<String, Long> parts = new HashMap<>();
        long sum = 0;
        for (Row row : rows) {
            long amount = isReceived ? row.received() : row.due();
            sum += amount;
            if (!row.employer().equals("none")) {
                parts.merge(row.employer(), amount, Long::sum);
            }
        }
        List<Long> sorted =
                parts.values().stream().sorted(Comparator.reverseOrder()).toList();
        return new Side(
                sum,
                parts.values().stream().filter(part -> part != 0).count(),
                sorted.isEmpty() ? 0 : sorted.get(0),
                sorted.size() < 2 ? 0 : sorted.get(1));
    }
}
