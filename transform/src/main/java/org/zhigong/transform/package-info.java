/**
 * Turns batches into tables, month by month, by models: SQL files with a YAML file beside each. Start at
 * {@link org.zhigong.transform.Model}, which says what a model is, then {@link org.zhigong.transform.Build}.
 */
@NullMarked
package org.zhigong.transform;

import org.jspecify.annotations.NullMarked;
