/**
 * The dictionary of a release for people and programs: a page, Markdown, JSON. Start at
 * {@link org.zhigong.marts.dictionary.DictionarySite}.
 */
@NullMarked
package org.zhigong.marts.dictionary;

import org.jspecify.annotations.NullMarked;
