/**
 * Working lists: rows about single employers for those who deal with them, apart from releases, by purpose and role.
 * Start at {@link org.zhigong.marts.lists.WorkingLists}.
 */
@NullMarked
package org.zhigong.marts.lists;

import org.jspecify.annotations.NullMarked;
