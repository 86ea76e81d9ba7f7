package org.zhigong.jobs.city.plant;

import static org.zhigong.jobs.city.plant.RowDefect.flagged;
import static org.zhigong.jobs.city.plant.RowDefect.inCell;
import static org.zhigong.jobs.city.plant.RowDefect.normalised;
import static org.zhigong.jobs.city.plant.RowDefect.quarantined;
import static org.zhigong.jobs.city.plant.RowDefect.to;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhigong.jobs.city.feed.FeedRow;
import org.zhigong.jobs.city.feed.MemberRow;
import org.zhigong.jobs.city.feed.PersonDocument;
import org.zhigong.jobs.city.feed.PlantedDefect.Outcome;

/** What can be wrong with the rows of a roster. */
final class MemberDefects {

    private MemberDefects() {}

    /** Every way, so mixed that neighbours are of different kinds. */
    static List<RowDefect> all() {
        List<List<RowDefect>> kinds = List.of(documents(), codes(), rows(), dates(), persons(), employers());
        List<RowDefect> mixed = new ArrayList<>();
        for (int i = 0; kinds.stream().mapToInt(List::size).max().orElse(0) > i; i++) {
            for (List<RowDefect> kind : kinds) {
                if (i < kind.size()) {
                    mixed.add(kind.get(i));
                }
            }
        }
        return mixed;
    }

    /** Numbers of documents, and what else they say. */
    private static List<RowDefect> documents() {
        return List.of(
                normalised("ID_15", "doc_no", member(m -> hasId(m) && isBornBefore2000(m)), Forms::fifteen),
                quarantined(
                        "ID_CHECK_FAIL",
                        "doc_no",
                        member(MemberDefects::hasId),
                        inCell("doc_no", MemberDefects::wrongCheck)),
                quarantined(
                        "ID_MASKED",
                        "doc_no",
                        member(MemberDefects::hasId),
                        inCell("doc_no", no -> no.substring(0, 6) + "********" + no.substring(14))),
                normalised(
                        "ID_X_FORM",
                        "doc_no",
                        member(m -> document(m).docNo().endsWith("X")),
                        no -> no.replace('X', 'x')),
                quarantined("ID_PRECISION_LOST", "doc_no", member(MemberDefects::hasId), to("doc_no", "1.19991E+17")),
                quarantined("UNDER_AGE", "doc_no", member(MemberDefects::hasId), MemberDefects::child),
                flagged(
                        "SEX_MISMATCH",
                        "sex",
                        member(MemberDefects::hasId),
                        inCell("sex", sex -> sex.equals("1") ? "2" : "1"),
                        MemberDefects::asItIs),
                flagged(
                        "BIRTH_MISMATCH",
                        "birth_on",
                        member(MemberDefects::hasId),
                        inCell(
                                "birth_on",
                                day -> LocalDate.parse(day).minusYears(1).toString()),
                        MemberDefects::asItIs),
                quarantined("DOC_TYPE_MISMATCH", "doc_type", member(m -> !hasId(m)), to("doc_type", "ID")));
    }

    /** Codes of any kind. */
    private static List<RowDefect> codes() {
        return List.of(
                flagged(
                        "CODE_UNKNOWN",
                        "education",
                        member(m -> m.education() != null),
                        to("education", "函授进修班"),
                        MemberCopies.withEducation(null)),
                normalised("FULLWIDTH", "union_id", member(m -> true), Forms::fullWidth),
                normalised("INVISIBLE", "union_id", member(m -> true), Forms::invisible),
                quarantined(
                        "COLUMN_COUNT",
                        "employer_name",
                        member(m -> m.employerName() != null),
                        MemberDefects::splitName),
                normalised("CODE_ALIAS", "sex", member(m -> true), sex -> sex.equals("1") ? "男" : "女"),
                RowDefect.changed(
                        new Mark("FORMULA_ERROR", Outcome.ACCEPTED_NORMALISED, "education"),
                        member(m -> true),
                        to("education", "#N/A"),
                        MemberCopies.withEducation(null)));
    }

    /** Whole rows: too many, too few. */
    private static List<RowDefect> rows() {
        return List.of(
                addedToPlatform("SPELL_OVERLAP", 0),
                RowDefect.repeated(member(m -> true)),
                addedToPlatform("ID_CONFLICT", 1),
                keyTwice("DUP_KEY_DIFF"),
                leftOut(),
                keyTwice("DUP_KEY_OLDER"));
    }

    /** The day of joining, and of leaving. */
    private static List<RowDefect> dates() {
        return List.of(
                normalised("DATE_FORMS", "joined_on", member(m -> true), Forms::day),
                quarantined(
                        "END_BEFORE_START", "left_on", member(m -> m.leftOn() != null), MemberDefects::endsBeforeStart),
                normalised("DATE_EXCEL_SERIAL", "joined_on", member(m -> true), Forms::serial),
                quarantined("DATE_IMPOSSIBLE", "joined_on", member(m -> true), to("joined_on", "2023-02-30")),
                quarantined("DATE_2DIGIT_YEAR", "joined_on", member(m -> true), to("joined_on", "19.1.5")),
                quarantined("MISSING_REQUIRED", "joined_on", member(m -> true), to("joined_on", "")),
                quarantined("DATE_FUTURE", "joined_on", member(m -> true), to("joined_on", "2060-01-01")),
                quarantined("DATE_DMY_MDY", "joined_on", member(m -> true), to("joined_on", "03/04/2019")));
    }

    /** Names and phones. */
    private static List<RowDefect> persons() {
        return List.of(
                flagged(
                        "PHONE_MASKED",
                        "phone",
                        member(m -> m.personNumber() % 5 >= 3),
                        inCell("phone", no -> no.substring(0, 3) + "****" + no.substring(7)),
                        MemberDefects::asItIs),
                normalised(
                        "NAME_VARIANT",
                        "name",
                        member(m -> m.personNumber() % 97 != 5),
                        name -> name.charAt(0) + " " + name.substring(1)),
                flagged(
                        "NAME_RARE_CHAR",
                        "name",
                        member(m -> true),
                        inCell("name", name -> name.charAt(0) + "?"),
                        MemberDefects::asItIs),
                flagged(
                        "PHONE_BAD",
                        "phone",
                        member(m -> m.personNumber() % 5 >= 3),
                        to("phone", "15400"),
                        MemberDefects::asItIs),
                quarantined("TEST_ROWS", "name", member(m -> true), to("name", "测试")));
    }

    /** The employer's code. */
    private static List<RowDefect> employers() {
        return List.of(
                quarantined(
                        "USCC_UNION",
                        "employer_code",
                        member(m -> m.employerCode() != null),
                        to("employer_code", OddCodes.union())),
                flagged(
                        "USCC_UNKNOWN",
                        "employer_code",
                        member(m ->
                                m.employerCode() != null && m.membershipStatus().equals("1")),
                        to("employer_code", OddCodes.unknown(1)),
                        MemberCopies.withEmployer(OddCodes.unknown(1))),
                normalised("MISSING_TOKEN", "employer_code", member(m -> m.employerCode() == null), none -> "无"),
                quarantined(
                        "USCC_CHECK_FAIL",
                        "employer_code",
                        member(m -> m.employerCode() != null),
                        inCell("employer_code", code -> Forms.otherLast(code, '3', '4'))),
                normalised(
                        "USCC_CASE",
                        "employer_code",
                        member(m -> hasLetter(m.employerCode())),
                        code -> code.toLowerCase(Locale.ROOT)));
    }

    /** A row that two rosters have; this one only says so. */
    static RowDefect inTwoRosters() {
        return new RowDefect(
                CROSS_DISTRICT,
                member(m -> m.membershipStatus().equals("1") && hasId(m)),
                row -> List.of(new Line(row, row, CROSS_DISTRICT, null)));
    }

    /** The same member as another roster has it. */
    static MemberRow otherRoster(MemberRow row) {
        return MemberCopies.with(
                row, row.education(), row.employerCode(), "02".equals(row.employmentForm()) ? "01" : "02");
    }

    static final Mark CROSS_DISTRICT = new Mark("DUP_CROSS_DISTRICT", Outcome.FLAGGED, null);

    private static FeedRow asItIs(FeedRow row) {
        return row;
    }

    private static Predicate<FeedRow> member(Predicate<MemberRow> suits) {
        return row -> row instanceof MemberRow member && suits.test(member);
    }

    /** A second membership, in the union of the platform workers: of the same person, or of somebody else by name. */
    private static RowDefect addedToPlatform(String code, int nameVariant) {
        boolean isConflict = nameVariant > 0;
        Mark mark = new Mark(code, isConflict ? Outcome.SET_ASIDE : Outcome.FLAGGED, isConflict ? "name" : null);
        return new RowDefect(
                mark,
                member(m -> m.membershipStatus().equals("1")
                        && m.joinedOn().getYear() < 2021
                        && !m.unionId().startsWith("GH5")),
                row -> {
                    MemberRow m = (MemberRow) row;
                    LocalDate joinedOn = m.joinedOn().plusDays(isConflict ? 0 : 1);
                    MemberRow second = MemberCopies.onPlatform(m, nameVariant, joinedOn);
                    return List.of(
                            new Line(m, m, mark, null), new Line(second, second, isConflict ? mark : null, null));
                });
    }

    /** One key with two states: the later one counts, or none if nothing says which is later. */
    private static RowDefect keyTwice(String code) {
        boolean isTie = code.equals("DUP_KEY_DIFF");
        Mark mark = new Mark(code, isTie ? Outcome.QUARANTINED : Outcome.DROPPED, null);
        return new RowDefect(mark, member(m -> m.updatedOn() != null), row -> {
            MemberRow m = (MemberRow) row;
            LocalDate updatedOn = m.updatedOn();
            MemberRow other = (MemberRow) MemberCopies.withEducation("31".equals(m.education()) ? "21" : "31")
                    .apply(m);
            Edit earlier = isTie || updatedOn == null
                    ? null
                    : to("updated_on", updatedOn.minusDays(40).toString());
            return List.of(new Line(other, null, mark, earlier), isTie ? new Line(m, null, mark, null) : Line.clean(m));
        });
    }

    /** A member whom the roster has forgotten. */
    private static RowDefect leftOut() {
        return new RowDefect(
                new Mark("NOT_REPORTED", Outcome.FLAGGED, null),
                member(m -> m.membershipStatus().equals("1") && m.joinedOn().getYear() < 2021),
                row -> List.of());
    }

    /** A delimiter within the name moves all that follows. */
    private static void splitName(RowText row) {
        row.set("remark", "合成");
        row.insertAfter("employer_name", "一部");
    }

    private static void child(RowText row) {
        String digits =
                row.get("doc_no").substring(0, 6) + "2016" + row.get("doc_no").substring(10, 17);
        row.set("doc_no", PersonDocument.checked(digits));
        row.set("birth_on", "2016" + row.get("birth_on").substring(4));
    }

    private static void endsBeforeStart(RowText row) {
        row.set("left_on", LocalDate.parse(row.get("joined_on")).minusDays(30).toString());
    }

    private static String wrongCheck(String number) {
        return Forms.otherLast(number, '5', '6');
    }

    private static PersonDocument document(MemberRow row) {
        return PersonDocument.of(row.personNumber());
    }

    private static boolean hasId(MemberRow row) {
        return document(row).docType().equals("ID");
    }

    /** The old form tells no century, and its highest sequence numbers meant people of a hundred years. */
    private static boolean isBornBefore2000(MemberRow row) {
        return row.birthYear() < 2000 && !document(row).docNo().startsWith("99", 14);
    }

    private static boolean hasLetter(@Nullable String code) {
        return code != null && code.substring(8).chars().anyMatch(Character::isLetter);
    }
}
