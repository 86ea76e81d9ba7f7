package org.zhigong.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.codes.Parameters;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.jobs.briefing.Plan;
import org.zhigong.marts.Base;
import org.zhigong.marts.Indicators;
import org.zhigong.marts.ProtectionRules;
import org.zhigong.marts.lists.Role;
import org.zhigong.marts.lists.WorkingLists;
import org.zhigong.marts.release.Identity;
import org.zhigong.transform.EmployerCodes;
import org.zhigong.transform.Models;
import org.zhigong.warehouse.AtomicFiles;
import org.zhigong.warehouse.Column;
import org.zhigong.warehouse.Home;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.TableName;
import org.zhigong.warehouse.YamlNode;

/** The files beside the code: feeds, code lists, models, indicators, protection. Each is read when asked for. */
record Content(Path root) {

    /** @throws SetupException if {@code root} is not a folder of content */
    Content {
        if (!Files.isDirectory(root.resolve("ingest/feeds"))) {
            throw new SetupException(
                    "No content at %s: expected the folders ingest, transform and marts there; run the launcher ./zhigong or set ZHIGONG_CONTENT"
                            .formatted(root.toAbsolutePath().normalize()));
        }
    }

    Contracts contracts() {
        return Contracts.read(root.resolve("ingest/feeds"), root.resolve("ingest/codes"));
    }

    CodeLists codes() {
        return CodeLists.read(root.resolve("ingest/codes"));
    }

    /** What the federation whose home this is has set differently. */
    static Parameters parameters(CodeLists codes, Home home) {
        return Parameters.read(home.parameters(), codes.list("rules").table());
    }

    /** The models of all layers. */
    Models models() {
        return Models.readLayers(root.resolve("transform/models"))
                .and(Models.readLayer("marts", root.resolve("marts/models")));
    }

    /** The working lists. */
    WorkingLists lists() {
        return WorkingLists.read(root.resolve("marts/lists"), roles(), models());
    }

    Map<String, Role> roles() {
        return Role.readAll(root.resolve("marts/roles.yaml"));
    }

    /** The codes of the units that report: districts, and the street that reports by itself. */
    Set<String> reportingUnits() {
        Set<String> units = new TreeSet<>();
        for (Map<String, Object> place : codes().list("divisions").table().rows()) {
            String code = String.valueOf(place.get("place_code"));
            boolean isToday = place.get("valid_to") == null;
            if (isToday && code.equals(place.get("unit_code"))) {
                units.add(code);
            }
        }
        units.add("unallocated");
        return units;
    }

    Indicators indicators(Map<TableName, Base> bases) {
        return Indicators.read(root.resolve("marts/indicators"), bases);
    }

    ProtectionRules protection(ProtectionRules.Audience audience) {
        return ProtectionRules.read(root.resolve("marts/protection.yaml"), audience);
    }

    /** What the briefing of a release says. */
    Plan briefing() {
        Set<String> indicators = new TreeSet<>();
        try (Stream<Path> files = Files.list(root.resolve("marts/indicators"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .forEach(name -> indicators.add(name.substring(0, name.length() - ".yaml".length())));
        } catch (IOException e) {
            throw AtomicFiles.failed("read", root.resolve("marts/indicators"), e);
        }
        Set<String> breakdowns =
                YamlNode.read(root.resolve("marts/breakdowns.yaml")).entries().keySet();
        return Plan.read(root.resolve("marts/briefing.yaml"), indicators, breakdowns);
    }

    /** The published national series that the project knows, as a file for an inbox. */
    Path nationalSeries() {
        return root.resolve("ingest/national/national_series_00_202412_20250630.csv");
    }

    List<Identity> identities() {
        return Identity.readAll(root.resolve("marts/identities.yaml"));
    }

    /** What models may read of each feed: the columns that its contract keeps. */
    static Map<TableName, List<Column>> raw(Contracts contracts) {
        Map<TableName, List<Column>> raw = new TreeMap<>();
        for (Contract contract : all(contracts)) {
            raw.put(new TableName("raw", contract.feed()), contract.keptColumns());
        }
        return raw;
    }

    /** Where the credit codes of employers stand in what feeds deliver. */
    static EmployerCodes employerCodes(Contracts contracts) {
        Map<String, List<String>> columns = new TreeMap<>();
        Map<String, String> registers = new TreeMap<>();
        for (Contract contract : all(contracts)) {
            columns.put(
                    contract.feed(),
                    contract.columns().stream()
                            .filter(column -> column.kind() == ColumnKind.CREDIT_CODE)
                            .map(ContractColumn::name)
                            .toList());
            contract.registerColumn().ifPresent(column -> registers.put(contract.feed(), column));
        }
        return new EmployerCodes(columns, registers);
    }

    static List<Contract> all(Contracts contracts) {
        List<Contract> all = new ArrayList<>();
        contracts.feeds().forEach(feed -> all.add(contracts.contract(feed)));
        return all;
    }
}
