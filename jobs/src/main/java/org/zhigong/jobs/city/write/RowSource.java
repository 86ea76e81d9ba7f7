package org.zhigong.jobs.city.write;

import java.util.function.Consumer;
import org.zhigong.jobs.city.feed.Feed;
import org.zhigong.jobs.city.plant.FilePlan;
import org.zhigong.jobs.city.plant.Line;
import org.zhigong.jobs.city.plant.Mark;

/** Knows what stands in files. */
public interface RowSource {

    /** Gives the lines of a file, and marks for rows that are left out of it. */
    void lines(FilePlan plan, Consumer<? super Line> each, Consumer<? super Mark> missing);

    /** Gives the lines that a file of another feed, for the same month, would have. */
    void linesOf(Feed other, FilePlan plan, Consumer<? super Line> each);
}
