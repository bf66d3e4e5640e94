package io.csm.adapter.notion;

import io.csm.application.contract.SettableClock;
import java.time.Duration;

/** A clock on which waiting takes no time: who sleeps moves it on. */
final class VirtualTime {

    final SettableClock clock = new SettableClock();

    synchronized void sleep(Duration time) {
        clock.advance(time);
    }
}
