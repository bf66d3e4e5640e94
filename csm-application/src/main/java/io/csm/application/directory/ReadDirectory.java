package io.csm.application.directory;

import io.csm.application.access.Actor;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.signal.GiveSignals;
import io.csm.application.signal.RefusedRow;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import io.csm.domain.signal.StandardSignals;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in what the team writes about accounts in its workspace, as given signals: the health that the technical account
 * manager reports, the mood, and the end of the contract as days to renewal.
 */
public final class ReadDirectory {

    /** The source that the signals carry. */
    public static final String SOURCE = "workspace";

    private static final int BATCH = 1_000;

    private final AccountDirectory directory;
    private final AccountRepository accounts;
    private final GiveSignals giveSignals;
    private final Clock clock;

    public ReadDirectory(AccountDirectory directory, AccountRepository accounts, GiveSignals giveSignals, Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.giveSignals = giveSignals;
        this.clock = clock;
    }

    /**
     * What was taken in.
     *
     * @param accounts how many the directory holds
     * @param unknown ids there that stand for no account here
     * @param values how many signals were given
     * @param refused values that break the rule of their signal; the others were taken
     */
    public record Read(int accounts, List<AccountId> unknown, int values, List<RefusedRow> refused) {

        public Read {
            unknown = List.copyOf(unknown);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Reads the directory.
     *
     * @throws io.csm.application.directory.port.DirectoryUnavailable when it does not answer; whole batches read before
     *     are kept
     */
    public Read read(Actor actor) {
        Pass pass = new Pass(actor, clock.instant());
        directory.forEachAccount(pass::add);
        pass.give();
        return new Read(pass.seen, pass.unknown, pass.values, pass.refused);
    }

    /** Reads what the directory says of one account; nothing where it does not hold it. */
    public Read readOne(Actor actor, AccountId account) {
        Pass pass = new Pass(actor, clock.instant());
        directory.find(account).ifPresent(pass::add);
        pass.give();
        return new Read(pass.seen, pass.unknown, pass.values, pass.refused);
    }

    private final class Pass {
        private final Actor actor;
        private final Instant at;
        private final List<DirectoryAccount> batch = new ArrayList<>();
        private final List<AccountId> unknown = new ArrayList<>();
        private final List<RefusedRow> refused = new ArrayList<>();
        private int seen;
        private int values;

        Pass(Actor actor, Instant at) {
            this.actor = actor;
            this.at = at;
        }

        void add(DirectoryAccount account) {
            seen++;
            batch.add(account);
            if (batch.size() == BATCH) {
                give();
            }
        }

        void give() {
            Set<AccountId> known = known();
            List<SignalValue> given = new ArrayList<>();
            for (DirectoryAccount account : batch) {
                if (known.contains(account.account())) {
                    given.addAll(signals(account));
                } else {
                    unknown.add(account.account());
                }
            }
            if (!given.isEmpty()) {
                giveSignals.give(actor, given, at);
            }
            values += given.size();
            batch.clear();
        }

        private Set<AccountId> known() {
            return accounts
                    .findAll(
                            actor.tenant(),
                            batch.stream().map(DirectoryAccount::account).toList())
                    .stream()
                    .map(Account::id)
                    .collect(Collectors.toSet());
        }

        private List<SignalValue> signals(DirectoryAccount account) {
            List<SignalValue> signals = new ArrayList<>();
            add(
                    signals,
                    account,
                    StandardSignals.TAM_HEALTH_RAG,
                    account.tamHealth().map(text -> text.toUpperCase(Locale.ROOT)));
            add(
                    signals,
                    account,
                    StandardSignals.AVG_TICKET_SENTIMENT,
                    account.sentiment().map(text -> text.toLowerCase(Locale.ROOT)));
            add(
                    signals,
                    account,
                    StandardSignals.DAYS_TO_RENEWAL,
                    account.contractEnd().map(this::daysUntil));
            return signals;
        }

        private String daysUntil(LocalDate day) {
            return String.valueOf(ChronoUnit.DAYS.between(LocalDate.ofInstant(at, ZoneOffset.UTC), day));
        }

        private void add(List<SignalValue> signals, DirectoryAccount account, Signal signal, Optional<String> text) {
            text.ifPresent(value -> {
                try {
                    signal.fromText(value);
                    signals.add(
                            new SignalValue(account.account(), signal.name(), value, new SignalOrigin(SOURCE, at), at));
                } catch (InvalidSignal invalid) {
                    refused.add(RefusedRow.of(0, invalid.of(account.account())));
                }
            });
        }
    }
}
