/**
 * The code lists of {@code ingest/codes} and what they translate. Start at {@link org.zhigong.ingest.codes.CodeLists}.
 */
@NullMarked
package org.zhigong.ingest.codes;

import org.jspecify.annotations.NullMarked;
