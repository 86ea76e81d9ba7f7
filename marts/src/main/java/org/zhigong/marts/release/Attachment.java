package org.zhigong.marts.release;

import java.util.List;

/**
 * What a release carries for readers besides its tables and notes: a dictionary, a workbook, a briefing. It is made of
 * the released tables, which have passed protection, so the same inputs must give the same bytes.
 */
public interface Attachment {

    /**
     * Writes files below {@code candidate.folder()}; nothing that is there is changed.
     *
     * @return the names of what was written, from the folder, with {@code /} between folders
     */
    List<String> write(Candidate candidate);
}
