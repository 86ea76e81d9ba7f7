package org.zhigong.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.FileRules;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.functions.Masks;
import org.zhigong.ingest.read.FileNames;
import org.zhigong.ingest.read.Terms;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Batch;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Json;

/**
 * What was declared about a delivery: by its sidecar {@code <file>.json}, else by its name, else by whoever brings it
 * or by the contract.
 *
 * @param deliverer who sent it
 * @param terms by which its rows are judged
 */
record Declared(String deliverer, Terms terms) {

    private static final String CODE = "FILE_UNDECLARED";
    private static final String SIDECAR =
            "{\"deliverer\": \"110105\", \"period\": \"2025-03\", \"received_on\": \"2025-04-08\"}";

    private static final Pattern HARMLESS = Pattern.compile("[0-9-]{1,10}");
    private static final Pattern DELIVERER = Pattern.compile("[0-9A-Za-z_-]{1,40}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** What a file is given that says too little of itself. */
    static Declared nothing() {
        return new Declared(
                Batch.NO_DELIVERER,
                new Terms(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()));
    }

    /** @throws RejectedFile if nothing says who delivered, or what is said cannot be understood */
    static Declared of(Arrival arrival, Contract contract) throws RejectedFile {
        Path file = arrival.file();
        Optional<JsonNode> sidecar = sidecar(file);
        FileRules rules = contract.files();
        Optional<String> deliverer = told(sidecar, "deliverer")
                .or(() -> named(rules, arrival.name(), "deliverer"))
                .or(rules::deliverer);
        Optional<String> period = told(sidecar, "period").or(() -> named(rules, arrival.name(), "period"));
        Optional<String> received = told(sidecar, "received_on").or(() -> named(rules, arrival.name(), "received"));
        OptionalLong rows = sidecar.map(node -> node.path("rows"))
                .filter(JsonNode::canConvertToLong)
                .map(node -> OptionalLong.of(node.longValue()))
                .orElse(OptionalLong.empty());
        return new Declared(
                deliverer(deliverer, rules),
                new Terms(
                        period.isPresent() ? Optional.of(period(period.get())) : Optional.empty(),
                        received.isPresent() ? Optional.of(day(received.get())) : arrival.receivedOn(),
                        rows,
                        control(file, rules)));
    }

    private static String deliverer(Optional<String> found, FileRules rules) throws RejectedFile {
        if (found.isEmpty()) {
            throw RejectedFile.of(
                    CODE,
                    "无法判断由谁报送：文件名和附带说明都没有写明。请按约定命名，如 %s；或附上同名加 .json 的说明，如 %s。".formatted(rules.exampleName(), SIDECAR),
                    ("Nobody says who delivered the file, neither its name nor a sidecar. Name it like %s, or put a file of its"
                                    + " name and .json beside it, such as %s.")
                            .formatted(rules.exampleName(), SIDECAR));
        }
        String deliverer = found.get();
        if (!DELIVERER.matcher(deliverer).matches() || FileNames.hasTellingNumber(deliverer)) {
            throw unclear("报送单位", "deliverer", deliverer, "110105", "110105");
        }
        return deliverer;
    }

    private static Optional<JsonNode> sidecar(Path file) throws RejectedFile {
        Path sidecar = file.resolveSibling(file.getFileName() + Arrival.SIDECAR);
        if (!Files.exists(sidecar)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(sidecar, JsonNode.class));
        } catch (DataException e) {
            throw RejectedFile.of(
                    CODE,
                    "文件的附带说明（同名加 .json）不是 JSON，应如 %s。请改正后重新报送。".formatted(SIDECAR),
                    "The sidecar of the file, of its name and .json, is no JSON document: expected one like %s. Correct it and"
                                    .formatted(SIDECAR)
                            + " deliver again.");
        }
    }

    private static Optional<String> told(Optional<JsonNode> sidecar, String key) {
        return sidecar.map(node -> node.path(key).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<String> named(FileRules rules, String name, String group) {
        return rules.match(name)
                .filter(matcher -> matcher.pattern().pattern().contains("(?<" + group + ">"))
                .map(matcher -> matcher.group(group));
    }

    // A year stands for its last month: what it states is known then.
    private static YearMonth period(String text) throws RejectedFile {
        String digits = text.replace("-", "");
        try {
            int year = Integer.parseInt(digits.substring(0, 4));
            return digits.length() == 4
                    ? YearMonth.of(year, 12)
                    : YearMonth.of(year, Integer.parseInt(digits.substring(4)));
        } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
            throw unclear("所属期", "period", text, "2025-03、202503 或 2025", "2025-03, 202503 or 2025");
        }
    }

    private static LocalDate day(String text) throws RejectedFile {
        try {
            return LocalDate.parse(text.replace("-", ""), DAY);
        } catch (DateTimeException e) {
            throw unclear("报送日期", "delivery date", text, "2025-04-08 或 20250408", "2025-04-08 or 20250408");
        }
    }

    private static RejectedFile unclear(String zh, String en, String text, String expectedZh, String expectedEn) {
        // What stands in the wrong place may be anything.
        String found = HARMLESS.matcher(text).matches() ? text : Masks.shape(text);
        return RejectedFile.of(
                CODE,
                "文件名或附带说明中的%s“%s”无法理解，应如 %s。请改正后重新报送。".formatted(zh, found, expectedZh),
                "The %s '%s' in the file's name or sidecar is not clear: expected %s. Correct it and deliver again."
                        .formatted(en, found, expectedEn));
    }

    private static Optional<String> control(Path file, FileRules rules) {
        if (rules.controlFile().isEmpty()) {
            return Optional.empty();
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        Path control =
                file.resolveSibling(base + "." + rules.controlFile().get().extension());
        if (control.equals(file) || !Files.exists(control)) {
            return Optional.empty();
        }
        try {
            // It holds digits; what else it may hold is refused where they are read.
            return Optional.of(new String(Files.readAllBytes(control), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw AtomicFiles.failed("read", control, e);
        }
    }
}
