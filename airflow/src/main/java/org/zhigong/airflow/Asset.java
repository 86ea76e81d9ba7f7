package org.zhigong.airflow;

/** Something that tasks make and DAGs wait for. */
public record Asset(int id, String name, String uri, String group) {}
