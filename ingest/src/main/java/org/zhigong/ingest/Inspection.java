package org.zhigong.ingest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.zhigong.ingest.read.RowFinding;

/**
 * What a check says about a file.
 *
 * @param report what ingest would report, without the id of a batch, since none is made
 * @param findings what it would keep in quarantine, and flagged rows, in the order of rows; of a rejected file too
 */
public record Inspection(@JsonUnwrapped FileReport report, List<RowFinding> findings) {

    public Inspection {
        findings = List.copyOf(findings);
    }
}
