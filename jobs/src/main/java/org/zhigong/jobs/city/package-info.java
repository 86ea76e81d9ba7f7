/**
 * A synthetic city whose every figure is known: nothing in it is of the real one. Start at
 * {@link org.zhigong.jobs.city.Generate}.
 */
@NullMarked
package org.zhigong.jobs.city;

import org.jspecify.annotations.NullMarked;
