/**
 * The floor: what a table, an engine, a store and a home are. Start at {@link org.zhigong.warehouse.Home}, which draws
 * the layout of everything that is kept, then {@link org.zhigong.warehouse.Engine}.
 */
@NullMarked
package org.zhigong.warehouse;

import org.jspecify.annotations.NullMarked;
