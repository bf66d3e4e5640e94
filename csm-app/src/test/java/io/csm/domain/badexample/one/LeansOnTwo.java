package io.csm.domain.badexample.one;

import io.csm.domain.badexample2.two.LeansOnOne;

public final class LeansOnTwo {
    public LeansOnOne other() {
        return new LeansOnOne();
    }
}
