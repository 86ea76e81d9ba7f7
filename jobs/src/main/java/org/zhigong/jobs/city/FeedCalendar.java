package org.zhigong.jobs.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.warehouse.YamlNode;

/** When files are due, as the contracts in a folder say it. */
final class FeedCalendar {

    private final Path folder;
    private final Map<Feed, Due> known = new ConcurrentHashMap<>();

    private record Due(boolean isYearly, int day) {}

    FeedCalendar(Path folder) {
        this.folder = folder;
    }

    Optional<LocalDate> dueOn(Feed feed, YearMonth period) {
        Due due = known.computeIfAbsent(feed, this::read);
        return due.isYearly() && period.getMonthValue() != 12
                ? Optional.empty()
                : Optional.of(period.plusMonths(1).atDay(due.day()));
    }

    private Due read(Feed feed) {
        YamlNode contract = YamlNode.read(folder.resolve(feed.id() + ".yaml"));
        YamlNode frequency = property(contract.require("slaProperties"), "frequency");
        YamlNode day = property(contract.require("customProperties"), "zhigong.dueDay");
        return new Due(frequency.require("unit").text().equals("y"), (int)
                day.require("value").integer());
    }

    private static YamlNode property(YamlNode list, String name) {
        return list.items().stream()
                .filter(item -> item.require("property").text().equals(name))
                .findFirst()
                .orElseThrow(() -> list.failure("missing property '%s'".formatted(name)));
    }
}
