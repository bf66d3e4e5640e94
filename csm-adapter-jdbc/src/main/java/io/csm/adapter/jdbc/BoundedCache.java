package io.csm.adapter.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entries used last, at most so many; safe for use by several threads. */
final class BoundedCache<K, V> {

    private final Map<K, V> entries;

    BoundedCache(int most) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
    }
}
