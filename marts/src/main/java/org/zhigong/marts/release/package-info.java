/**
 * Releases: what is published, judged before, found again, compared, taken back and cleaned up. Start at
 * {@link org.zhigong.marts.release.Releases}.
 */
@NullMarked
package org.zhigong.marts.release;

import org.jspecify.annotations.NullMarked;
