package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands share: the console, the global options, and how to reach the database. */
abstract class CsmCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private GlobalOptions global = new GlobalOptions();

    CsmCommand(Console console) {
        this.console = console;
    }

    final Console console() {
        return console;
    }

    final boolean wantsJson() {
        return global.json;
    }

    final boolean wantsStack() {
        return global.stack;
    }

    /** The settings of the installation in --home, CSM_HOME or ~/.csm; with --demo those of the demo. */
    CsmSettings settings() {
        if (global.demo) {
            return CsmSettings.standard(DemoHome.folder());
        }
        Path home = global.home.orElseGet(() -> CsmSettings.home(console.environment()));
        return CsmSettings.load(home, console.environment());
    }

    final Actor actor() {
        TenantId tenant = new TenantId(global.tenant.orElse(TenantId.DEFAULT.value()));
        return global.user
                .map(user -> new Actor(tenant, user, Set.of(), Origin.COMMAND_LINE))
                .orElseGet(() -> Actor.administrator(tenant, Origin.COMMAND_LINE));
    }

    /** Opens the database; what works on it runs until it is closed. */
    final Csm open() {
        if (global.demo && !Files.isDirectory(DemoHome.folder())) {
            throw Failure.failed("there is no demo portfolio yet; run 'csm demo' first");
        }
        return Csm.open(settings(), console.clock());
    }

    static AccountId account(String id) {
        return new AccountId(id);
    }
}
