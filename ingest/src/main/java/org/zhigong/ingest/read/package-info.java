/**
 * From the bytes of one file to typed rows with a verdict each: look at the bytes, bring them into plain CSV only where
 * they are not, and let the engine do the rest in one pass. Start at {@link org.zhigong.ingest.read.FileReader}.
 */
@NullMarked
package org.zhigong.ingest.read;

import org.jspecify.annotations.NullMarked;
