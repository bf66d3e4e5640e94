package io.csm.domain.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signals that are known, each under one name and in one slot. A catalogue only grows: {@link #with} keeps every
 * slot, so a snapshot taken with the shorter catalogue means the same in the longer one.
 */
public final class SignalCatalogue {

    private final List<Signal> signals;
    private final Map<String, Integer> slots = new HashMap<>();
    private final int[] assumedSlots;
    private final @Nullable SignalCatalogue shorter;

    private SignalCatalogue(List<Signal> signals, @Nullable SignalCatalogue shorter) {
        this.shorter = shorter;
        this.signals = List.copyOf(signals);
        for (int slot = 0; slot < this.signals.size(); slot++) {
            Signal signal = this.signals.get(slot);
            if (slots.put(signal.name(), slot) != null) {
                throw new IllegalArgumentException("signal " + signal.name() + " stands in the catalogue already");
            }
        }
        assumedSlots = slots.values().stream()
                .mapToInt(Integer::intValue)
                .filter(slot -> this.signals.get(slot).whenAbsent().isPresent())
                .sorted()
                .toArray();
    }

    /** A catalogue of just these. */
    public static SignalCatalogue of(List<Signal> signals) {
        return new SignalCatalogue(signals, null);
    }

    /**
     * This catalogue and these after it; itself when there are none.
     *
     * @throws IllegalArgumentException when a name is taken
     */
    public SignalCatalogue with(List<Signal> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Signal> all = new ArrayList<>(signals);
        all.addAll(more);
        return new SignalCatalogue(all, this);
    }

    /** All signals in the order of their slots. */
    public List<Signal> signals() {
        return signals;
    }

    public int size() {
        return signals.size();
    }

    public Optional<Signal> find(String name) {
        Integer slot = slots.get(name);
        return slot == null ? Optional.empty() : Optional.of(signals.get(slot));
    }

    /**
     * The signal of that name.
     *
     * @throws InvalidSignal listing similar names
     */
    public Signal get(String name) {
        return find(name)
                .orElseThrow(() -> new InvalidSignal(
                        name, "", "is not a known signal" + SimilarNames.hint(name, List.copyOf(slots.keySet()))));
    }

    /** Whether this very signal, by name and meaning, stands here. */
    public boolean holds(Signal signal) {
        Integer slot = slots.get(signal.name());
        return slot != null && signals.get(slot).equals(signal);
    }

    /**
     * The slot of a signal, 0 to size - 1.
     *
     * @throws IllegalArgumentException when it is not in the catalogue
     */
    public int slot(Signal signal) {
        Integer slot = slots.get(signal.name());
        if (slot == null) {
            throw new IllegalArgumentException("signal " + signal.name() + " is not in the catalogue");
        }
        return slot;
    }

    /** Whether this is that catalogue or grew from it, so that every slot there means the same here. */
    boolean grewFrom(SignalCatalogue other) {
        SignalCatalogue catalogue = this;
        while (catalogue != null && catalogue != other) {
            catalogue = catalogue.shorter;
        }
        return catalogue != null;
    }

    /** The slots of the signals whose absence means a value. */
    int[] assumedSlots() {
        return assumedSlots;
    }

    Signal at(int slot) {
        return signals.get(slot);
    }
}
