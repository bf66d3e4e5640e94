package io.csm.domain.badexample2.two;

import io.csm.domain.badexample.one.LeansOnTwo;

public final class LeansOnOne {
    public LeansOnTwo other() {
        return new LeansOnTwo();
    }
}
