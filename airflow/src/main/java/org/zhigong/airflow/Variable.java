package org.zhigong.airflow;

import java.util.Optional;

/**
 * A setting that DAGs read.
 *
 * @param value empty where the server does not show it
 */
public record Variable(String key, Optional<String> value, Optional<String> description, boolean isEncrypted) {}
