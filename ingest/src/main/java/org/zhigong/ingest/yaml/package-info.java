/**
 * YAML that somebody wrote by hand, read strictly and with line numbers. Start at
 * {@link org.zhigong.ingest.yaml.Section}.
 */
@NullMarked
package org.zhigong.ingest.yaml;

import org.jspecify.annotations.NullMarked;
