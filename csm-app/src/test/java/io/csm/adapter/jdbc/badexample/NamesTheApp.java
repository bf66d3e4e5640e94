package io.csm.adapter.jdbc.badexample;

import io.csm.app.Main;

public final class NamesTheApp {
    Class<?> app = Main.class;

    void run() {
        Main.main(new String[0]);
    }
}
