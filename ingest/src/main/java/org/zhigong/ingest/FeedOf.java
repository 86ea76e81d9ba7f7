package org.zhigong.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhigong.ingest.contract.Contracts;
import org.zhigong.ingest.form.RejectedFile;
import org.zhigong.ingest.read.FileFacts;
import org.zhigong.ingest.read.FileReader;
import org.zhigong.warehouse.NearestNames;

/** Finds out of which feed a file is: as told, by its folder, by its name, by its header. */
final class FeedOf {

    private static final String CODE = "FEED_UNKNOWN";

    private final Contracts contracts;
    private final FileReader reader;

    FeedOf(Contracts contracts, FileReader reader) {
        this.contracts = contracts;
        this.reader = reader;
    }

    /** @throws RejectedFile if nothing tells, with the feeds there are */
    String find(Arrival arrival, FileFacts facts) throws RejectedFile {
        if (arrival.feed().isPresent()) {
            return known(arrival.feed().get());
        }
        return folder(arrival.file())
                .or(() -> name(arrival.name()))
                .or(() -> reader.recognise(arrival.file(), facts))
                .orElseThrow(() -> RejectedFile.of(
                        CODE,
                        "无法判断是哪种数据：所在文件夹、文件名和表头都不属于已知的数据。请放到 inbox/<feed>/，feed 为 %s 之一。".formatted(contracts.feeds()),
                        "Nothing tells the feed of the file: neither its folder, nor its name, nor its header is of a known one."
                                + " Put it into inbox/<feed>/, where <feed> is one of %s."
                                        .formatted(contracts.feeds())));
    }

    private String known(String feed) throws RejectedFile {
        if (contracts.feeds().contains(feed)) {
            return feed;
        }
        List<String> near = NearestNames.of(feed, contracts.feeds());
        String zh = near.isEmpty() ? "" : "，是否应为 " + String.join(" 或 ", near);
        String en = NearestNames.hint(feed, contracts.feeds());
        throw RejectedFile.of(
                CODE,
                "没有名为所在文件夹的数据种类。请把文件放到 inbox/<feed>/，feed 为 %s 之一%s。".formatted(contracts.feeds(), zh),
                "The folder of the file is not called like a feed. Put the file into inbox/<feed>/, where <feed> is one of"
                        + " %s%s".formatted(contracts.feeds(), en.isEmpty() ? "." : en));
    }

    private Optional<String> folder(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return Optional.ofNullable(folder)
                .map(path -> String.valueOf(path.getFileName()))
                .filter(name -> contracts.feeds().contains(name));
    }

    private Optional<String> name(String name) {
        List<String> fitting = contracts.feeds().stream()
                .filter(feed -> contracts.contract(feed).files().match(name).isPresent())
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
