package org.zhigong.ingest.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhigong.ingest.contract.Contract;
import org.zhigong.ingest.contract.ContractColumn;
import org.zhigong.ingest.form.Form;
import org.zhigong.ingest.form.RejectedFile;

/** Finds the header of a table by one contract, or says why there is none. */
final class HeaderFinding {

    /** What may separate fields in files of the world, whatever a contract accepts. */
    private static final List<Character> KNOWN_DELIMITERS = List.of(',', '\t', '|', ';', '，', '、', '^', '~');

    private final FeedCells feed;
    private final Form form;
    private final String fileName;
    private final Wrong wrong;

    /** Tells of another feed that a header fits better, if there is one. */
    interface Wrong {
        Optional<String> feedFor(HeaderSearch search);
    }

    HeaderFinding(FeedCells feed, Form form, String fileName, Wrong wrong) {
        this.feed = feed;
        this.form = form;
        this.fileName = fileName;
        this.wrong = wrong;
    }

    /** The header if so much is known of one that it must be it, whole or not. */
    Optional<Header> likely(HeaderSearch search) {
        return search.best(feed.names(), delimiters(), titleRows()).filter(header -> header.isLikely(feed.names()));
    }

    /** The header. @throws RejectedFile if there is none, or one of another feed */
    Header header(HeaderSearch search) throws RejectedFile {
        Optional<Header> best = search.best(feed.names(), delimiters(), titleRows());
        boolean isLikely = best.isPresent() && best.get().isLikely(feed.names());
        if (isLikely && best.get().missing(feed.names().required()).isEmpty()) {
            return best.get();
        }
        Optional<Header> headerless =
                form == Form.TEXT && contract().files().isHeaderless(fileName) ? headerless(search) : Optional.empty();
        if (headerless.isPresent()) {
            return headerless.get();
        }
        if (form == Form.TEXT) {
            refuseOtherDelimiter(search, best);
        }
        refuseMisread(search);
        refuseOtherFeed(search);
        if (isLikely) {
            return best.get(); // the layout will say which mandatory columns are missing
        }
        throw RejectedFile.of(
                "NO_HEADER",
                "前 %d 行中找不到表头，应有的列：%s。".formatted(titleRows() + 1, names(true)),
                "No header in the first %d rows: expected the columns %s.".formatted(titleRows() + 1, names(false)));
    }

    private Optional<Header> headerless(HeaderSearch search) {
        List<String> columns =
                contract().columns().stream().map(ContractColumn::name).toList();
        for (char delimiter : delimiters()) {
            int fields = search.firstRecord(delimiter).size();
            if (fields == columns.size() || fields == columns.size() + 1) {
                return Optional.of(Header.none(delimiter, fields, columns));
            }
        }
        return Optional.empty();
    }

    private void refuseOtherDelimiter(HeaderSearch search, Optional<Header> best) throws RejectedFile {
        List<Character> others = new ArrayList<>(KNOWN_DELIMITERS);
        others.removeAll(delimiters());
        Optional<Header> other = search.best(feed.names(), others, titleRows());
        int found = best.map(Header::matched).orElse(0);
        if (other.isPresent() && other.get().matched() > found && other.get().isLikely(feed.names())) {
            throw RejectedFile.of(
                    "DELIMITER_UNKNOWN",
                    "分隔符“%s”不在约定之内，约定为：%s。".formatted(other.get().delimiter(), shown(delimiters())),
                    "The fields are separated by '%s': expected %s."
                            .formatted(other.get().delimiter(), shown(delimiters())));
        }
    }

    private void refuseMisread(HeaderSearch search) throws RejectedFile {
        if (search.isMisread(feed.names(), delimiters(), titleRows())) {
            throw RejectedFile.of(
                    "ENC_MOJIBAKE",
                    "表头是按错误编码读过的文字（如“浼氬憳”应为“会员”），原始字节已丢失。请从原系统重新导出。",
                    "The header was read in the wrong encoding before it was written, so that characters are lost."
                            + " Export the file again from its source.");
        }
    }

    private void refuseOtherFeed(HeaderSearch search) throws RejectedFile {
        Optional<String> other = wrong.feedFor(search);
        if (other.isPresent()) {
            throw RejectedFile.of(
                    "WRONG_FEED",
                    "表头属于 %s，不是 %s。请放到 inbox/%s/。"
                            .formatted(other.get(), contract().feed(), other.get()),
                    "The header is that of feed %s, not of %s. Deliver it to inbox/%s/."
                            .formatted(other.get(), contract().feed(), other.get()));
        }
    }

    private String names(boolean isChinese) {
        return contract().columns().stream()
                .filter(ContractColumn::isRequired)
                .map(column -> isChinese ? column.label().zh() : column.name())
                .collect(Collectors.joining(isChinese ? "、" : ", "));
    }

    private static String shown(Collection<Character> delimiters) {
        return delimiters.stream()
                .map(delimiter -> delimiter == '\t' ? "TAB" : String.valueOf(delimiter))
                .collect(Collectors.joining(" "));
    }

    private Contract contract() {
        return feed.contract();
    }

    private List<Character> delimiters() {
        return form == Form.TEXT ? contract().files().delimiters() : List.of(',');
    }

    private int titleRows() {
        return contract().files().maxTitleRows();
    }
}
