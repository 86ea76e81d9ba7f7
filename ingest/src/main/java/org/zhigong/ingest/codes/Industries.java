package org.zhigong.ingest.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhigong.ingest.functions.PairParser;
import org.zhigong.ingest.functions.Texts;

/**
 * Industry codes of three editions, brought to that of 2017: as exact as the editions agree, that is to the class for
 * 2017, to the section for 2002, and for 2011 to the group or class where {@code industry_matches} says that it has
 * become one of 2017, else to the division. What is less exact than the text is noted as INDUSTRY_AMBIGUOUS. The
 * context is the edition; without one no code has a meaning.
 */
final class Industries implements PairParser<String> {

    private static final Pattern FORM = Pattern.compile("([A-T])?(\\d{0,4})");
    private static final String AMBIGUOUS = "INDUSTRY_AMBIGUOUS";
    private static final String UNKNOWN = "CODE_UNKNOWN";

    private final List<Letter> letters = new ArrayList<>();
    private final Map<String, String> matches = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    /** A letter of an edition: its divisions, the section of 2017, and how far divisions moved; no shift: not told. */
    private record Letter(String scheme, String letter, String from, String to, String section, String shift) {
        boolean has(String division) {
            return division.compareTo(from) >= 0 && division.compareTo(to) <= 0;
        }
    }

    /** What a text says: a code, or why not. */
    private record Reading(@Nullable String code, @Nullable String issue) {}

    Industries(
            CodeTable letterTable, CodeTable matchTable, CodeTable codeTable, CodeTable sections, CodeTable divisions) {
        letterTable
                .rows()
                .forEach(r -> letters.add(new Letter(
                        r.getOrDefault("scheme", ""),
                        r.getOrDefault("letter", ""),
                        r.getOrDefault("division_from", ""),
                        r.getOrDefault("division_to", ""),
                        r.getOrDefault("section", ""),
                        r.getOrDefault("division_shift", ""))));
        matchTable
                .rows()
                .forEach(r -> matches.put(
                        r.getOrDefault("scheme", "") + " " + r.getOrDefault("code", ""),
                        r.getOrDefault("code_2017", "")));
        codeTable.rows().forEach(r -> codes.add(r.getOrDefault("code", "")));
        sections.rows().forEach(r -> names(r, r.getOrDefault("section", "")));
        divisions.rows().forEach(r -> names(r, r.getOrDefault("section", "") + r.getOrDefault("division", "")));
    }

    private void names(Map<String, String> row, String code) {
        names.putIfAbsent(Texts.code(row.getOrDefault("name_zh", "")), code);
        names.putIfAbsent(Texts.code(row.getOrDefault("name_en", "")), code);
    }

    @Override
    public @Nullable String value(@Nullable String context, String text) {
        return read(context, text).code();
    }

    @Override
    public @Nullable String issue(@Nullable String context, String text) {
        return read(context, text).issue();
    }

    @Override
    public @Nullable String note(@Nullable String context, String text) {
        String code = read(context, text).code();
        if (code == null || code.equals(text)) {
            return null;
        }
        return digits(code) < digits(Texts.code(text)) ? AMBIGUOUS : "CODE_ALIAS";
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private Reading read(@Nullable String scheme, String text) {
        String code = Texts.code(text);
        String named = names.get(code);
        if (named != null) {
            return new Reading(named, null);
        }
        Matcher form = FORM.matcher(code);
        if (!form.matches() || code.isEmpty()) {
            return new Reading(null, UNKNOWN);
        }
        if (scheme == null) {
            return new Reading(null, AMBIGUOUS);
        }
        String letter = form.group(1);
        String digits = form.group(2);
        if (digits.isEmpty()) {
            return letters.stream()
                    .filter(l -> l.scheme().equals(scheme) && l.letter().equals(letter))
                    .findFirst()
                    .map(l -> new Reading(l.section(), null))
                    .orElse(new Reading(null, UNKNOWN));
        }
        return letter == null ? withoutLetter(scheme, digits) : withLetter(scheme, letter, digits);
    }

    /** By length, as text keeps leading zeros; but three digits may be a class that has lost its zero. */
    private Reading withoutLetter(String scheme, String digits) {
        if (digits.length() == 1) {
            return new Reading(null, AMBIGUOUS);
        }
        String asWritten = in2017(scheme, null, digits);
        if (digits.length() != 3 || matches.containsKey(scheme + " " + digits)) {
            return known(asWritten);
        }
        String withZero = in2017(scheme, null, "0" + digits);
        if (asWritten != null && withZero != null) {
            return new Reading(null, AMBIGUOUS);
        }
        return known(asWritten == null ? withZero : asWritten);
    }

    /** The letter tells whether a zero was lost; a letter that fits neither reading is of another edition. */
    private Reading withLetter(String scheme, String letter, String digits) {
        String asWritten = digits.length() == 1 ? null : in2017(scheme, letter, digits);
        String withZero = digits.length() == 4 ? null : in2017(scheme, letter, "0" + digits);
        if (asWritten != null || withZero != null) {
            return known(asWritten == null ? withZero : asWritten);
        }
        boolean isElsewhere = digits.length() > 1 && in2017(scheme, null, digits) != null;
        return new Reading(null, isElsewhere ? AMBIGUOUS : UNKNOWN);
    }

    private static Reading known(@Nullable String code) {
        return code == null ? new Reading(null, UNKNOWN) : new Reading(code, null);
    }

    /** The code of 2017 for digits of {@code scheme}, of that letter if given; null if there is none. */
    private @Nullable String in2017(String scheme, @Nullable String letter, String digits) {
        String division = digits.substring(0, 2);
        for (Letter each : letters) {
            boolean fits = each.scheme().equals(scheme)
                    && each.has(division)
                    && (letter == null || each.letter().equals(letter));
            if (!fits) {
                continue;
            }
            if (each.shift().isEmpty()) {
                return each.section();
            }
            if (scheme.equals("2017")) {
                return digits.length() == 2 || codes.contains(digits) ? each.section() + digits : null;
            }
            String match = matches.get(scheme + " " + digits);
            if (match != null) {
                return match;
            }
            int moved = Integer.parseInt(division) + Integer.parseInt(each.shift());
            return each.section() + (moved < 10 ? "0" : "") + moved;
        }
        return null;
    }
}
