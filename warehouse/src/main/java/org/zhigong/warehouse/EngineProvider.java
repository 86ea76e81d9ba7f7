package org.zhigong.warehouse;

import java.util.ServiceLoader;
import java.util.TreeSet;

/** Opens engines by name; providers are found by {@link ServiceLoader}, so that an engine is one jar more or less. */
public interface EngineProvider {

    /** The word after {@code --engine}. */
    String name();

    /** What {@link Engine#identity()} of its engines says, known without opening one. */
    String identity();

    /** An engine of this kind, empty of tables. */
    Engine open(EngineSettings settings);

    /** How many engines, the opened one and those {@linkplain Engine#beside beside} it, work well at once. */
    default int sideBySide(EngineSettings settings) {
        return 1;
    }

    /** An engine of this kind that costs nothing until it is asked for more than its identity. */
    default Engine openWhenNeeded(EngineSettings settings) {
        return LazyEngine.of(this, settings);
    }

    /** The provider called {@code name}. @throws SetupException naming the ones there are */
    static EngineProvider named(String name) {
        TreeSet<String> known = new TreeSet<>();
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
            if (provider.name().equals(name)) {
                return provider;
            }
            known.add(provider.name());
        }
        throw new SetupException("Unknown engine '%s': expected one of %s".formatted(name, known));
    }
}
