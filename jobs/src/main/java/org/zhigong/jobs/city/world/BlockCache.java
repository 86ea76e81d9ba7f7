package org.zhigong.jobs.city.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Remembers what was derived for slots lately, a thousand slots at a time, within a fixed amount of memory. */
final class BlockCache<T> {

    private static final int BLOCK = 1_000;
    private static final int BLOCKS = 128;

    private final IntFunction<T> derive;
    private final Map<Integer, Object[]> blocks = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Object[]> eldest) {
            return size() > BLOCKS;
        }
    };

    private int lastBlock = -1;
    private Object @Nullable [] last;

    BlockCache(IntFunction<T> derive) {
        this.derive = derive;
    }

    @SuppressWarnings("unchecked") // the arrays hold nothing but what derive has given
    T of(int slot) {
        int block = slot / BLOCK;
        Object[] values = last;
        if (values == null || block != lastBlock) {
            values = blocks.computeIfAbsent(block, b -> new Object[BLOCK]);
            last = values;
            lastBlock = block;
        }
        Object known = values[slot % BLOCK];
        if (known == null) {
            known = derive.apply(slot);
            values[slot % BLOCK] = known;
        }
        return (T) known;
    }
}
