/**
 * What is delivered, in whatever form, as records of cells: by content, never by extension. Start at
 * {@link org.zhigong.ingest.form.Form}.
 */
@NullMarked
package org.zhigong.ingest.form;

import org.jspecify.annotations.NullMarked;
