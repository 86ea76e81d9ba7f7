/**
 * Writes deliveries as the files that arrive, clean or with what is planted in them. Start at
 * {@link org.zhigong.jobs.city.write.FileWriting}.
 */
@NullMarked
package org.zhigong.jobs.city.write;

import org.jspecify.annotations.NullMarked;
