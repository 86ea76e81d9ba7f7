package org.zhigong.marts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.YamlNode;

/** The words of closed sets, as files write them. */
final class Words {

    private Words() {}

    /** The one of {@code values} that {@code node} names. @throws org.zhigong.warehouse.SetupException naming all */
    static <E extends Enum<E>> E one(YamlNode node, E[] values) {
        List<String> known = new ArrayList<>();
        for (E value : values) {
            known.add(value.name().toLowerCase(Locale.ROOT));
        }
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(node.text())) {
                return value;
            }
        }
        throw node.failure("unknown word '%s': expected one of %s%s"
                .formatted(node.text(), known, NearestNames.hint(node.text(), known)));
    }
}
