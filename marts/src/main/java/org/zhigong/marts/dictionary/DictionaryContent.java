package org.zhigong.marts.dictionary;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhigong.marts.release.ReleasedTable;
import org.zhigong.transform.Label;
import org.zhigong.transform.Model;

/**
 * What a dictionary is made of.
 *
 * @param tables the dictionary as data
 * @param models all models, released or not
 * @param titles what the released tables are called that are neither
 */
public record DictionaryContent(List<ReleasedTable> tables, List<Model> models, Map<String, Label> titles) {

    public DictionaryContent {
        tables = List.copyOf(tables);
        models = List.copyOf(models);
        titles = new TreeMap<>(titles);
    }
}
