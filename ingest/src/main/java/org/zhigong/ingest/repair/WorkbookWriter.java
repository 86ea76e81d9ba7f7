package org.zhigong.ingest.repair;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhigong.ingest.codes.CodeLists;
import org.zhigong.ingest.contract.ColumnKind;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.form.TimelessWorkbook;

/** Writes a repair workbook: how to use it, a sheet for each feed, and what it says of itself out of sight. */
final class WorkbookWriter {

    static final String READ_ME = "说明 Read me";
    static final String IDENTITY = "zhigong";
    static final String CODES = "codes";
    static final String CANDIDATES = "候选单位 Candidates";

    private static final List<String> CANDIDATE_HEADER =
            List.of("工作表 Sheet", "序号 No.", "报送的名称 Name as delivered", "候选代码 Code", "候选名称 Name", "相似度 Likeness %");

    // It keeps hands off by mistake; nothing depends on it.
    private static final String PASSWORD = "zhigong";
    private static final int MOST_CODES = 500;

    private static final List<String> INSTRUCTIONS = List.of(
            "这是报送单位 %s 被隔离的行。每行注明所在文件、行号、原因和处理办法。",
            "These are the quarantined rows of deliverer %s, each with its file, line, reason, and what to do.",
            "",
            "1. 只填有色单元格。“更正”一格留空，表示沿用左边的原值；黄色的必须填写。",
            "   Write in coloured cells only. An empty 'corrected' cell keeps the original to its left; yellow ones must be filled.",
            "2. 姓名、证件号码、电话等已遮蔽（数字为 9，文字为 字），请按手中的原件完整重填。",
            "   Names, document numbers and phones are masked: type them in full from the original, which only you have.",
            "3. 要清空一格，填“-”。原值已全对、不需修改的行，在“处理”中选“更正”。",
            "   To empty a cell write '-'. If a row is right as it stands, choose 更正 (correct) in the column 'decision'.",
            "4. 不该报送的行（测试数据、重复），在“处理”中选“撤回”。暂不处理的行留空。",
            "   For a row that should not have been delivered choose 撤回 (withdraw). Leave rows for later empty.",
            "5. 不要增删、移动或排序行，不要改动其他单元格，否则整本退回。",
            "   Do not add, delete, move or sort rows, and change no other cell: the workbook would be refused as a whole.",
            "6. 只有单位名称的行，“候选单位”表列出名录中名称最相近的单位，请按证照核对后把代码填入。",
            "   Where a row has an employer's name only, the sheet Candidates lists those of the register with the likest names: check, then type the code.",
            "7. 改完后原样交回。填写的证件号码只用于核对，不会保存。",
            "   Send it back when done. Document numbers that you type are used for matching and are not stored.");

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Styles styles = new Styles(book);
    private final CodeLists codes;
    private final String deliverer;
    private final Map<String, List<Candidates.Candidate>> candidates;
    private int codeLists;

    /** @param candidates the employers that a name without a code may mean */
    WorkbookWriter(CodeLists codes, String deliverer, Map<String, List<Candidates.Candidate>> candidates) {
        this.codes = codes;
        this.deliverer = deliverer;
        this.candidates = Map.copyOf(candidates);
    }

    /** Writes {@code rows} of {@code feeds} to {@code out}. */
    void write(Map<FeedSheet, List<OpenRow>> feeds, Identity identity, OutputStream out) throws IOException {
        try (book) {
            readMe();
            List<String> locked = new ArrayList<>();
            XSSFSheet lists = book.createSheet(CODES);
            for (Map.Entry<FeedSheet, List<OpenRow>> feed : feeds.entrySet()) {
                locked.addAll(sheet(feed.getKey(), feed.getValue(), lists));
            }
            candidates(feeds);
            book.setSheetOrder(CODES, book.getNumberOfSheets() - 1);
            identity(identity, identity.checksum(RepairWorkbook.stripped(locked)));
            book.setSheetVisibility(book.getSheetIndex(CODES), SheetVisibility.VERY_HIDDEN);
            book.setActiveSheet(0);
            book.lockStructure();
            TimelessWorkbook.write(book, out);
        }
    }

    private void readMe() {
        XSSFSheet sheet = book.createSheet(READ_ME);
        sheet.setColumnWidth(0, 110 * 256);
        for (int i = 0; i < INSTRUCTIONS.size(); i++) {
            XSSFCell cell = sheet.createRow(i).createCell(0);
            cell.setCellValue(INSTRUCTIONS.get(i).formatted(deliverer));
            cell.setCellStyle(styles.locked());
        }
        sheet.protectSheet(PASSWORD);
    }

    /** Writes the sheet of a feed and gives the texts of all its cells that are locked. */
    private List<String> sheet(FeedSheet feed, List<OpenRow> rows, XSSFSheet lists) {
        XSSFSheet sheet = book.createSheet(feed.name());
        List<String> locked = new ArrayList<>();
        for (List<String> header : feed.header(deliverer)) {
            header(feed, sheet.createRow(sheet.getPhysicalNumberOfRows()), header);
            locked.addAll(header);
        }
        for (int number = 1; number <= rows.size(); number++) {
            OpenRow row = rows.get(number - 1);
            List<String> texts = feed.texts(row, number);
            row(feed, sheet.createRow(FeedSheet.FIRST_ROW + number - 1), row, texts);
            locked.addAll(texts);
        }
        for (int column = 0; column < feed.columns().size(); column++) {
            sheet.addMergedRegion(new CellRangeAddress(1, 1, feed.original(column), feed.corrected(column)));
            offerCodes(feed, column, rows.size(), sheet, lists);
        }
        offer(sheet, explicit(sheet, Decisions.WORDS), FeedSheet.DECISION, rows.size());
        widths(feed, sheet);
        sheet.createFreezePane(4, FeedSheet.FIRST_ROW);
        sheet.protectSheet(PASSWORD);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        return locked;
    }

    /**
     * What is only offered stands on a sheet of its own, with which nothing is compared when the workbook comes back.
     */
    private void candidates(Map<FeedSheet, List<OpenRow>> feeds) {
        if (candidates.isEmpty()) {
            return;
        }
        XSSFSheet sheet = book.createSheet(CANDIDATES);
        line(sheet, CANDIDATE_HEADER);
        feeds.forEach((feed, rows) -> {
            for (int number = 1; number <= rows.size(); number++) {
                String name = Candidates.name(rows.get(number - 1)).orElse("");
                for (Candidates.Candidate candidate : candidates.getOrDefault(name, List.of())) {
                    line(
                            sheet,
                            List.of(
                                    feed.name(),
                                    String.valueOf(number),
                                    name,
                                    candidate.code(),
                                    candidate.name(),
                                    String.valueOf(candidate.likeness())));
                }
            }
        });
        int[] characters = {20, 8, 36, 24, 36, 16};
        for (int place = 0; place < characters.length; place++) {
            sheet.setColumnWidth(place, characters[place] * 256);
        }
        sheet.createFreezePane(0, 1);
    }

    private void line(XSSFSheet sheet, List<String> texts) {
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int place = 0; place < texts.size(); place++) {
            XSSFCell cell = row.createCell(place);
            cell.setCellValue(texts.get(place));
            cell.setCellStyle(row.getRowNum() == 0 ? styles.header() : styles.locked());
        }
    }

    private void header(FeedSheet feed, XSSFRow row, List<String> texts) {
        for (int place = 0; place < feed.width(); place++) {
            XSSFCell cell = row.createCell(place);
            cell.setCellValue(texts.get(place));
            cell.setCellStyle(row.getRowNum() == 0 ? styles.title() : styles.header());
        }
    }

    private void row(FeedSheet feed, XSSFRow row, OpenRow open, List<String> texts) {
        for (int place = 0; place < feed.width(); place++) {
            XSSFCell cell = row.createCell(place);
            boolean isNumber = place == 0 || place == 3;
            if (isNumber) {
                cell.setCellValue(Double.parseDouble(texts.get(place)));
            } else {
                // A text stays a text, whatever sign it starts with.
                cell.setCellValue(texts.get(place));
            }
            cell.setCellStyle(place < FeedSheet.DECISION ? styles.locked() : styles.editable());
        }
        for (int i = 0; i < feed.columns().size(); i++) {
            ContractColumn column = feed.columns().get(i);
            boolean isWrong = open.isWrong(column.name());
            row.getCell(feed.original(i)).setCellStyle(isWrong ? styles.wrong() : styles.locked());
            boolean isDue = open.cells().isEmpty() ? column.isRequired() : RowAdvice.mustBeTyped(open, column);
            row.getCell(feed.corrected(i)).setCellStyle(isDue ? styles.due() : styles.editable());
        }
    }

    private void offerCodes(FeedSheet feed, int column, int rows, XSSFSheet sheet, XSSFSheet lists) {
        List<String> names = names(feed.columns().get(column));
        if (names.isEmpty()) {
            return;
        }
        String letter = CellReference.convertNumToColString(codeLists);
        for (int i = 0; i < names.size(); i++) {
            Optional.ofNullable(lists.getRow(i))
                    .orElseGet(() -> lists.createRow(lists.getPhysicalNumberOfRows()))
                    .createCell(codeLists)
                    .setCellValue(names.get(i));
        }
        codeLists++;
        String range = "%1$s!$%2$s$1:$%2$s$%3$d".formatted(CODES, letter, names.size());
        offer(sheet, sheet.getDataValidationHelper().createFormulaListConstraint(range), feed.corrected(column), rows);
    }

    private List<String> names(ContractColumn column) {
        List<String> names = new ArrayList<>();
        if (column.kind() == ColumnKind.BOOLEAN) {
            names.addAll(List.of("是", "否"));
        } else if (column.kind() == ColumnKind.CODE) {
            codes.list(column.codeList().orElseThrow()).table().rows().stream()
                    .map(row -> String.valueOf(row.getOrDefault("name_zh", "")))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .forEach(names::add);
        }
        if (names.isEmpty() || names.size() > MOST_CODES) {
            return List.of();
        }
        if (!column.isRequired()) {
            names.add("-");
        }
        return names;
    }

    private static DataValidationConstraint explicit(XSSFSheet sheet, List<String> words) {
        return sheet.getDataValidationHelper().createExplicitListConstraint(words.toArray(String[]::new));
    }

    private static void offer(XSSFSheet sheet, DataValidationConstraint constraint, int place, int rows) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        CellRangeAddressList cells =
                new CellRangeAddressList(FeedSheet.FIRST_ROW, FeedSheet.FIRST_ROW + rows - 1, place, place);
        DataValidation validation = helper.createValidation(constraint, cells);
        validation.setShowErrorBox(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox("不在列表中 Not in the list", "请从下拉列表中选择。/ Choose from the list.");
        sheet.addValidationData(validation);
    }

    private static void widths(FeedSheet feed, XSSFSheet sheet) {
        int[] position = {6, 30, 12, 8, 18, 36, 42, 10};
        for (int place = 0; place < feed.width(); place++) {
            int characters = place <= FeedSheet.DECISION ? position[place] : 18;
            sheet.setColumnWidth(place, characters * 256);
        }
    }

    private void identity(Identity identity, String checksum) {
        XSSFSheet sheet = book.createSheet(IDENTITY);
        List<List<String>> lines = new ArrayList<>(List.of(
                List.of("format", Identity.FORMAT),
                List.of("home", identity.home()),
                List.of("release", identity.release()),
                List.of("deliverer", identity.deliverer()),
                List.of("checksum", checksum)));
        for (Identity.Entry entry : identity.entries()) {
            lines.add(List.of(entry.sheet(), entry.batch(), String.valueOf(entry.row())));
        }
        for (int i = 0; i < lines.size(); i++) {
            XSSFRow row = sheet.createRow(i);
            for (int j = 0; j < lines.get(i).size(); j++) {
                row.createCell(j).setCellValue(lines.get(i).get(j));
            }
        }
        sheet.protectSheet(PASSWORD);
        book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }
}
