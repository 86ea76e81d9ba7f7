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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.FileRules;
import org.zhigong.ingest.read.Terms;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.DataException;
import org.zhigong.warehouse.Json;
import org.zhigong.warehouse.SetupException;

/**
 * What was declared about a delivery: by its sidecar {@code <file>.json}, else by its name, else by whoever brings it
 * or by the contract.
 *
 * @param deliverer who sent it
 * @param terms by which its rows are judged
 */
record Declared(String deliverer, Terms terms) {

    private static final Pattern DELIVERER = Pattern.compile("[0-9A-Za-z_-]{1,40}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** @throws SetupException if nothing says who delivered, or what is said cannot be understood */
    static Declared of(Arrival arrival, Contract contract) {
        Path file = arrival.file();
        Optional<JsonNode> sidecar = sidecar(file);
        FileRules rules = contract.files();
        Optional<String> deliverer = told(sidecar, "deliverer")
                .or(() -> named(rules, arrival.name(), "deliverer"))
                .or(rules::deliverer);
        Optional<YearMonth> period = told(sidecar, "period")
                .or(() -> named(rules, arrival.name(), "period"))
                .map(text -> period(text, file));
        Optional<LocalDate> received = told(sidecar, "received_on")
                .or(() -> named(rules, arrival.name(), "received"))
                .map(text -> day(text, file))
                .or(arrival::receivedOn);
        OptionalLong rows = sidecar.map(node -> node.path("rows"))
                .filter(JsonNode::canConvertToLong)
                .map(node -> OptionalLong.of(node.longValue()))
                .orElse(OptionalLong.empty());
        return new Declared(
                deliverer(deliverer, arrival, contract), new Terms(period, received, rows, control(file, rules)));
    }

    private static String deliverer(Optional<String> found, Arrival arrival, Contract contract) {
        String deliverer = found.orElseThrow(() ->
                new SetupException(("Cannot tell who delivered %s: expected a name like %s, or a sidecar %s.json with"
                                + " {\"deliverer\": \"110105\", \"period\": \"2025-03\", \"received_on\": \"2025-04-08\"}")
                        .formatted(arrival.file(), contract.files().patterns().get(0), arrival.name())));
        if (!DELIVERER.matcher(deliverer).matches()) {
            throw new SetupException(
                    "Invalid deliverer '%s' of %s: expected a code of letters and digits such as 110105"
                            .formatted(deliverer, arrival.file()));
        }
        return deliverer;
    }

    private static Optional<JsonNode> sidecar(Path file) {
        Path sidecar = file.resolveSibling(file.getFileName() + ".json");
        if (!Files.exists(sidecar)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(sidecar, JsonNode.class));
        } catch (DataException e) {
            throw new SetupException(
                    ("Cannot read the sidecar %s: expected a JSON document with deliverer, period and received_on."
                                    + " Correct it and run again")
                            .formatted(sidecar),
                    e);
        }
    }

    private static Optional<String> told(Optional<JsonNode> sidecar, String key) {
        return sidecar.map(node -> node.path(key).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<String> named(FileRules rules, String name, String group) {
        for (Pattern pattern : rules.patterns()) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches() && pattern.pattern().contains("(?<" + group + ">")) {
                return Optional.ofNullable(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    // A year stands for its last month: what it states is known then.
    private static YearMonth period(String text, Path file) {
        String digits = text.replace("-", "");
        try {
            int year = Integer.parseInt(digits.substring(0, 4));
            return digits.length() == 4
                    ? YearMonth.of(year, 12)
                    : YearMonth.of(year, Integer.parseInt(digits.substring(4)));
        } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
            throw unclear("period", text, "2025-03, 202503 or 2025", file, e);
        }
    }

    private static LocalDate day(String text, Path file) {
        try {
            return LocalDate.parse(text.replace("-", ""), DAY);
        } catch (DateTimeException e) {
            throw unclear("delivery date", text, "2025-04-08 or 20250408", file, e);
        }
    }

    private static SetupException unclear(String what, String text, String expected, Path file, Exception e) {
        return new SetupException(
                "Invalid %s '%s' of %s: expected %s, in its name or its sidecar".formatted(what, text, file, expected),
                e);
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
