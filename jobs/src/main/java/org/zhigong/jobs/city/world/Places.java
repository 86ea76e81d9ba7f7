package org.zhigong.jobs.city.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.warehouse.SetupException;

/**
 * Streets by number, and the seventeen reporting units they belong to. The shares of workers by unit are those of
 * official figures where they are known and assumptions elsewhere; a street's share of its unit is an assumption.
 */
public final class Places {

    /** Yizhuang: a street of Daxing that reports as a unit of its own. */
    public static final String YIZHUANG = "110115403";

    private static final Map<String, Double> SHARES = Map.ofEntries(
            Map.entry("110105", 19.8),
            Map.entry("110108", 18.2),
            Map.entry("110106", 8.7),
            Map.entry("110102", 8.3),
            Map.entry("110101", 5.5),
            Map.entry("110114", 5.5),
            Map.entry("110112", 5.5),
            Map.entry("110113", 5.2),
            Map.entry("110115", 4.9),
            Map.entry(YIZHUANG, 3.6),
            Map.entry("110111", 3.2),
            Map.entry("110107", 3.1),
            Map.entry("110116", 2.4),
            Map.entry("110118", 2.0),
            Map.entry("110117", 1.7),
            Map.entry("110109", 1.4),
            Map.entry("110119", 1.0));

    private final List<String> units;
    private final String[] streets;
    private final int[] unitOfStreet;
    private final int[][] streetsOfUnit;
    private final double[] unitShares;
    private final double[][] streetShares;

    private Places(Map<String, List<String>> streetsByUnit) {
        units = List.copyOf(streetsByUnit.keySet());
        streets = streetsByUnit.values().stream().flatMap(List::stream).toArray(String[]::new);
        unitOfStreet = new int[streets.length];
        streetsOfUnit = new int[units.size()][];
        streetShares = new double[units.size()][];
        double[] shares = new double[units.size()];
        int street = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            int count = streetsByUnit.getOrDefault(units.get(unit), List.of()).size();
            streetsOfUnit[unit] = new int[count];
            double[] weights = new double[count];
            for (int i = 0; i < count; i++, street++) {
                streetsOfUnit[unit][i] = street;
                unitOfStreet[street] = unit;
                weights[i] = 0.4 + Math.abs(Math.sin(street * 12.9898)) * 1.6;
            }
            streetShares[unit] = Dice.cumulative(weights);
            shares[unit] = SHARES.getOrDefault(units.get(unit), 0.0);
        }
        unitShares = Dice.cumulative(shares);
    }

    /** The streets of today, from the shared list of divisions below {@code contentRoot}. */
    public static Places read(Path contentRoot) {
        Path file = contentRoot.resolve("ingest/codes/divisions.csv");
        TreeMap<String, List<String>> streetsByUnit = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<String> header = List.of(String.valueOf(lines.readLine()).split(",", -1));
            int code = header.indexOf("place_code");
            int level = header.indexOf("level");
            int unit = header.indexOf("unit_code");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells[level].equals("street")) {
                    streetsByUnit
                            .computeIfAbsent(cells[unit], u -> new ArrayList<>())
                            .add(cells[code]);
                }
            }
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot read the list of divisions %s; it is part of the content folder, say where that is"
                            .formatted(file),
                    e);
        }
        if (!streetsByUnit.keySet().equals(SHARES.keySet())) {
            throw new SetupException("Wrong list of divisions %s: expected streets of the units %s, found those of %s"
                    .formatted(file, new TreeMap<>(SHARES).keySet(), streetsByUnit.keySet()));
        }
        streetsByUnit.values().forEach(list -> list.sort(null));
        return new Places(streetsByUnit);
    }

    /** The codes of the reporting units, in order. */
    public List<String> units() {
        return units;
    }

    int streetCount() {
        return streets.length;
    }

    String street(int street) {
        return streets[street];
    }

    int unitOf(int street) {
        return unitOfStreet[street];
    }

    /** The six digits that a street's code starts with. */
    String district(int street) {
        return streets[street].substring(0, 6);
    }

    int[] streetsOf(int unit) {
        return Arrays.copyOf(streetsOfUnit[unit], streetsOfUnit[unit].length);
    }

    /** The share of the city's workers in {@code unit}. */
    double share(int unit) {
        return unitShares[unit] - (unit == 0 ? 0 : unitShares[unit - 1]);
    }

    /** A street, by two random numbers. */
    int street(double unitDraw, double streetDraw) {
        int unit = Dice.place(unitShares, unitDraw);
        return streetsOfUnit[unit][Dice.place(streetShares[unit], streetDraw)];
    }

    /** The place of {@code street} among those of its unit, from 0. */
    int rank(int street) {
        return street - streetsOfUnit[unitOfStreet[street]][0];
    }
}
