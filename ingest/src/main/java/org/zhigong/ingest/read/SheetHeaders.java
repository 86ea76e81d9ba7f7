package org.zhigong.ingest.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhigong.ingest.contract.FileRules;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.read.Arrangement.Found;
import org.zhigong.warehouse.Batch;

/**
 * Which sheets of a workbook are read: those with a header of the feed. A hidden one is read only where the contract
 * says so; what else is left out is told.
 */
final class SheetHeaders {

    private final Tables tables;
    private final FeedCells feed;
    private final HeaderFinding finding;
    private final FileNames names;
    private final List<Batch.Message> messages;

    SheetHeaders(Tables tables, FeedCells feed, HeaderFinding finding, FileNames names, List<Batch.Message> messages) {
        this.tables = tables;
        this.feed = feed;
        this.finding = finding;
        this.names = names;
        this.messages = messages;
    }

    /**
     * The sheets to be read, each with its header.
     *
     * @param notes gets how many sheets were left out
     * @throws RejectedFile if there is none, or one that lacks mandatory columns
     */
    List<Found> find(Map<String, Long> notes) throws IOException, RejectedFile {
        List<Found> found = new ArrayList<>();
        Optional<HeaderSearch> other = Optional.empty();
        for (Table table : tables.all()) {
            FileRules rules = feed.contract().files();
            HeaderSearch search = new HeaderSearch(tables.first(table));
            Optional<Header> header = finding.likely(search);
            boolean isMeant = rules.isSheet(table.name()) && (!table.isHidden() || rules.hasHiddenSheets());
            if (isMeant && header.isPresent()) {
                found.add(found(table, header.get()));
            } else if (header.isPresent() || (isMeant && !search.isBlank())) {
                leaveOut(table, header.isPresent());
                other = other.isPresent() ? other : Optional.of(search);
            }
        }
        if (found.isEmpty()) {
            refuse(other);
        }
        if (!messages.isEmpty()) {
            notes.put("SHEET_LEFT_OUT", (long) messages.size());
        }
        return found;
    }

    private Found found(Table table, Header header) throws RejectedFile {
        String name = shown(table);
        if (!header.missing(feed.names().required()).isEmpty() && tables.all().size() > 1) {
            throw Layout.missing(header, feed.contract(), feed.names(), name);
        }
        return new Found(table, name, header, Layout.of(header, feed.contract(), feed.names()));
    }

    /** What may be written of the name of a sheet, which is told apart from others by its number. */
    private String shown(Table table) {
        String shown = names.shown(table.name());
        return shown.equals(table.name()) ? shown : shown + "#" + (table.number() + 1);
    }

    private void leaveOut(Table table, boolean isOfFeed) {
        String name = shown(table);
        messages.add(
                isOfFeed
                        ? new Batch.Message(
                                "工作表“%s”有约定的表头，但属隐藏或不在约定之内，未读取。".formatted(name),
                                "Sheet '%s' has a header of the feed, but is hidden or not one that the contract names; it was left out."
                                        .formatted(name))
                        : new Batch.Message(
                                "工作表“%s”没有约定的表头，未读取。".formatted(name),
                                "Sheet '%s' has no header of the feed and was left out.".formatted(name)));
    }

    private void refuse(Optional<HeaderSearch> other) throws RejectedFile {
        if (other.isEmpty()) {
            throw RejectedFile.of("EMPTY_FILE", "工作簿中没有内容。请重新报送。", "The workbook has no content. Deliver it again.");
        }
        finding.header(other.get());
        // The only header of the feed is on a sheet that is not to be read.
        throw RejectedFile.of(
                "NO_HEADER",
                "只有隐藏的或约定之外的工作表有约定的表头。请取消隐藏或更正工作表名后重新报送。",
                "Only sheets that are hidden, or not named by the contract, have a header of the feed. Show them, or name them"
                        + " as agreed, and deliver again.");
    }
}
