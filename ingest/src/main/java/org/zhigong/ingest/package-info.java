/** To be written. Start at the README. */
@NullMarked
package org.zhigong.ingest;

import org.jspecify.annotations.NullMarked;
