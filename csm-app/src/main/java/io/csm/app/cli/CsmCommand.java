package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.app.database.Database;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.account.AccountNotFound;
import io.csm.domain.account.AccountId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: the console, the global options, and how to reach the database. */
abstract class CsmCommand implements Callable<Integer> {

    private final Console console;

    @Mixin(name = GlobalOptions.MIXIN)
    @SuppressWarnings("UnusedVariable") // picocli gives it back through the spec
    private final GlobalOptions own = new GlobalOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    private Optional<Database> database = Optional.empty();

    CsmCommand(Console console) {
        this.console = console;
    }

    final Console console() {
        return console;
    }

    final CommandSpec spec() {
        return spec;
    }

    final GlobalOptions global() {
        return GlobalOptions.of(spec);
    }

    final boolean wantsJson() {
        return global().json;
    }

    /** The settings of the installation in --home, CSM_HOME or ~/.csm; with --demo those of the demo. */
    CsmSettings settings() {
        GlobalOptions global = global();
        if (global.demo) {
            if (global.home.isPresent()) {
                throw Failure.usage("--demo has a home of its own; leave out --home");
            }
            return DemoHome.settings(console);
        }
        Path home = global.home.orElseGet(() -> CsmSettings.home(console.environment()));
        return CsmSettings.load(home, console.environment());
    }

    final Actor actor() {
        GlobalOptions global = global();
        TenantId tenant = new TenantId(global.tenant.orElse(TenantId.DEFAULT.value()));
        return global.user
                .map(user -> new Actor(tenant, user, Set.of(), Origin.COMMAND_LINE))
                .orElseGet(() -> Actor.administrator(tenant, Origin.COMMAND_LINE));
    }

    /** Opens the database; what works on it runs until it is closed. */
    final Csm open() {
        CsmSettings settings = settings();
        actor();
        if (global().demo && !Files.isDirectory(settings.home())) {
            throw Failure.failed("there is no demo portfolio yet; run 'csm demo' first");
        }
        Csm csm = Csm.open(settings, console.clock());
        database = Optional.of(csm.database());
        return csm;
    }

    /** The failure as a person should hear of it: where the database went away, whatever failed failed because of that. */
    final Throwable told(Throwable failure) {
        return database.flatMap(Database::loss)
                .map(sentence -> Failure.failed(sentence).initCause(failure))
                .orElse(failure);
    }

    /** Does something with one account; when it is not there, says which ones have similar names. */
    final <T> T withAccount(String id, Csm csm, Function<AccountId, T> work) {
        AccountId account = new AccountId(id);
        try {
            return work.apply(account);
        } catch (AccountNotFound notThere) {
            throw Failure.failed(notThere.getMessage()
                    + new SimilarAccounts(csm.customerSuccess().ports().accounts(), actor().tenant()).hint(account));
        }
    }
}
