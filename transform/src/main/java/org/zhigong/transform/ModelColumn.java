package org.zhigong.transform;

import org.zhigong.warehouse.Column;

/** A column that a model promises: its name and type, and what it is called in both languages. */
public record ModelColumn(Column column, Label label) {}
