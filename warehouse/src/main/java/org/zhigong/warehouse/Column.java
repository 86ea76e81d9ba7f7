package org.zhigong.warehouse;

/** A column of a table: its name and its type. */
public record Column(String name, ColumnType type) {}
