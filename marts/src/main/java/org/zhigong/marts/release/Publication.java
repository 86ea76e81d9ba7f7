package org.zhigong.marts.release;

import java.nio.file.Path;
import org.zhigong.transform.Label;

/**
 * What became of a release that passed.
 *
 * @param folder where it is
 * @param message what happened, in a sentence
 */
public record Publication(String release, Outcome outcome, Path folder, Manifest manifest, Label message) {

    /** Whether readers see it now, and if not, why. */
    public enum Outcome {
        /** It is current now. */
        PUBLISHED,
        /** It was current before: the inputs are the same. */
        UNCHANGED,
        /** It shows what was known on a day; such a release never becomes current. */
        AS_KNOWN,
        /** It is kept; the current one closes a later month. */
        EARLIER,
        /** It is kept; somebody rolled back from it, and the same inputs do not undo that. */
        WITHDRAWN,
        /** It is kept until a named person signs it off; the one before stays current. */
        AWAITING_SIGN_OFF
    }
}
