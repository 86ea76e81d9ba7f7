package org.zhigong.ingest.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.Hashes;

/** Reads one contract file: an Open Data Contract Standard document with a closed set of keys. */
final class ContractReader {

    /** Texts that mean "no value" where a contract does not list its own. */
    private static final List<String> MISSING =
            List.of("N/A", "NA", "NULL", "NONE", "-", "--", "—", "——", "/", "\\", ".", "无", "暂无", "不详", "未知", "空");

    private static final Pattern VIOLATION =
            Pattern.compile("(?is)\\s*select\\s+count\\(\\*\\)\\s+from\\s+\\{object\\}\\s+where\\s+(.+?)\\s*");

    private final CodeLists codeLists;

    ContractReader(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    Contract read(String feed, Path file) {
        Section document = Section.read(file);
        readHead(feed, document);
        Section custom = document.properties("customProperties");
        Section schema = onlySchema(feed, document);
        List<String> missing = custom.has("zhigong.missing") ? custom.texts("zhigong.missing") : MISSING;
        ColumnReader columnReader = new ColumnReader(codeLists, missing);
        List<ContractColumn> columns = new ArrayList<>();
        SortedMap<Integer, String> keys = new TreeMap<>();
        for (Section property : schema.sections("properties")) {
            ContractColumn column = columnReader.read(property);
            columns.add(column);
            readKey(property, column, keys);
        }
        Contract contract = new Contract(
                feed,
                document.text("version"),
                new Label(schema.text("businessName"), custom.text("zhigong.nameEn")),
                governance(document, custom),
                custom.value("zhigong.delivery", Words.constant(Batch.Kind.class)),
                List.copyOf(keys.values()),
                custom.optionalText("zhigong.periodColumn"),
                custom.optionalText("zhigong.filePeriodColumn"),
                custom.value("zhigong.samePeriod", false, Words::truth),
                files(custom),
                columns,
                rules(schema),
                custom.value("zhigong.maxQuarantinedShare", 0.05, Words::share),
                custom.has("zhigong.maxVolumeJump")
                        ? Optional.of(custom.value("zhigong.maxVolumeJump", Words::jump))
                        : Optional.empty(),
                custom.optionalText("zhigong.scaleColumn"),
                custom.optionalText("zhigong.registerColumn"),
                Hashes.ofFile(file));
        schema.end();
        custom.end();
        document.end();
        new ContractCheck(contract, schema, custom).run();
        return contract;
    }

    private static void readHead(String feed, Section document) {
        document.value("apiVersion", Words.exactly("v3.1.0"));
        document.value("kind", Words.exactly("DataContract"));
        document.value("id", Words.exactly("urn:zhigong:feed:" + feed));
        document.value("name", Words.exactly(feed));
        document.value("status", Words.exactly("active"));
        document.optionalText("domain");
        document.texts("tags");
    }

    private static Section onlySchema(String feed, Section document) {
        List<Section> schemas = document.sections("schema");
        if (schemas.size() != 1) {
            throw document.broken("schema", "expected one table, found %d".formatted(schemas.size()));
        }
        Section schema = schemas.get(0);
        schema.value("name", Words.exactly(feed));
        schema.value("logicalType", Words.exactly("object"));
        schema.value("physicalType", "file", Words.exactly("file"));
        schema.optionalText("description");
        schema.optionalText("dataGranularityDescription");
        return schema;
    }

    private static void readKey(Section property, ContractColumn column, SortedMap<Integer, String> keys) {
        if (!property.value("primaryKey", false, Words::truth)) {
            return;
        }
        if (column.kept().isEmpty() || !column.isRequired()) {
            throw property.broken(
                    "primaryKey", "column '%s' is not kept or not required; a key is both".formatted(column.name()));
        }
        int position = property.value("primaryKeyPosition", Words::number);
        if (keys.put(position, column.kept().get(0).name()) != null) {
            throw property.broken("primaryKeyPosition", "position %d stands twice".formatted(position));
        }
    }

    private static Governance governance(Section document, Section custom) {
        Section description = document.section("description");
        Label purpose = new Label(description.text("purpose"), custom.text("zhigong.purposeEn"));
        description.optionalText("usage");
        description.optionalText("limitations");
        description.end();
        return new Governance(
                purpose,
                label(custom, "zhigong.legalBasis"),
                months(document, "retention")
                        .orElseThrow(() -> document.broken("slaProperties", "missing property 'retention'")),
                months(document, "frequency").orElse(0),
                custom.value("zhigong.dueDay", Words::day),
                label(custom, "zhigong.owner"));
    }

    private static Label label(Section custom, String key) {
        Section label = custom.section(key);
        Label read = new Label(label.text("zh"), label.text("en"));
        label.end();
        return read;
    }

    private static Optional<Integer> months(Section document, String wanted) {
        Optional<Integer> months = Optional.empty();
        for (Section sla : document.sections("slaProperties")) {
            String property = sla.text("property");
            int value = sla.value("value", Words::number);
            String unit = sla.text("unit");
            sla.end();
            if (property.equals(wanted)) {
                months = Optional.of(unit.equals("y") ? 12 * value : value);
            }
            boolean isKnown = property.equals("retention") || property.equals("frequency");
            if (!isKnown || !(unit.equals("m") || unit.equals("y"))) {
                throw sla.broken("expected retention or frequency in m or y, found %s in %s".formatted(property, unit));
            }
        }
        return months;
    }

    private static FileRules files(Section custom) {
        return new FileRules(
                atLeastOne(custom, "zhigong.filePatterns", custom.values("zhigong.filePatterns", Words::pattern)),
                custom.optionalText("zhigong.deliverer"),
                atLeastOne(custom, "zhigong.encodings", custom.values("zhigong.encodings", Words::charset)),
                atLeastOne(custom, "zhigong.delimiters", custom.values("zhigong.delimiters", Words::character)),
                custom.values("zhigong.headerless", Words::pattern),
                custom.has("zhigong.controlFile") ? Optional.of(controlFile(custom)) : Optional.empty(),
                custom.value("zhigong.maxTitleRows", 10, Words::number),
                custom.texts("zhigong.totalsWords"),
                custom.texts("zhigong.footerWords"),
                custom.values("zhigong.sheets", Words::pattern),
                custom.value("zhigong.hiddenSheets", false, Words::truth));
    }

    private static ControlFile controlFile(Section custom) {
        Section section = custom.section("zhigong.controlFile");
        ControlFile control = new ControlFile(
                section.text("extension"),
                section.value("delimiter", Words::character),
                section.optionalText("sumColumn"));
        section.end();
        return control;
    }

    private static <T> List<T> atLeastOne(Section custom, String key, List<T> values) {
        if (values.isEmpty()) {
            throw custom.broken(key, "missing key '%s', or it is empty; expected at least one".formatted(key));
        }
        return values;
    }

    private static List<RowRule> rules(Section schema) {
        List<RowRule> rules = new ArrayList<>();
        for (Section quality : schema.sections("quality")) {
            Section custom = quality.properties("customProperties");
            quality.value("type", Words.exactly("sql"));
            quality.value("mustBe", Words.exactly("0"));
            quality.optionalText("dimension");
            quality.optionalText("severity");
            rules.add(new RowRule(
                    quality.value("name", Words::name),
                    quality.value("query", ContractReader::violation),
                    custom.text("zhigong.reason"),
                    new Label(quality.text("description"), custom.text("zhigong.descriptionEn"))));
            custom.end();
            quality.end();
        }
        return rules;
    }

    private static String violation(String query) {
        Matcher matcher = VIOLATION.matcher(query);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        throw new IllegalArgumentException(
                "expected 'select count(*) from {object} where …', found '%s'".formatted(query.strip()));
    }
}
