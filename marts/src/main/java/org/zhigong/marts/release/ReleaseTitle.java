package org.zhigong.marts.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What has to stand on everything that is made of a release for readers.
 *
 * @param closing the last month of the release
 * @param knownAt the day as known on which it was built; empty for one that may be current
 * @param synthetic whether it was made up
 */
public record ReleaseTitle(
        String id, YearMonth closing, Optional<LocalDate> knownAt, boolean synthetic, ProtectionInForce protection) {

    public static ReleaseTitle of(Candidate candidate) {
        ReleaseInputs inputs = candidate.inputs();
        return new ReleaseTitle(
                candidate.releaseId(), inputs.closing(), inputs.knownAt(), inputs.isSynthetic(), inputs.protection());
    }

    public static ReleaseTitle of(Manifest manifest) {
        return new ReleaseTitle(
                manifest.release(),
                manifest.closing(),
                manifest.knownAt(),
                manifest.synthetic(),
                manifest.protection());
    }

    /** What made-up data have to say of themselves everywhere; empty for others. */
    public String notice() {
        return synthetic ? "合成数据 SYNTHETIC" : "";
    }
}
