package io.csm.app.imports;

import io.csm.application.signal.SignalValue;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.InvalidSignal;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values given for signals, all of one row for one account. */
final class SignalIntake implements Intake<SignalIntake.Given> {

    /**
     * What a row gives.
     *
     * @param account to which account
     * @param values one for each signal that it says something of
     */
    record Given(AccountId account, List<SignalValue> values) {}

    private final Recipient to;

    SignalIntake(Recipient to) {
        this.to = to;
    }

    @Override
    public Given read(FieldValues values) {
        return values.made(this::given);
    }

    private Given given(FieldValues values) {
        AccountId account = values.account();
        Instant observedAt = values.pastInstant("observed_at").orElse(to.receivedAt());
        String source = values.text("source").orElse(values.mapping().source());
        List<SignalValue> given = new ArrayList<>();
        for (String field : values.mapping().fields().keySet()) {
            to.catalogue()
                    .find(field)
                    .flatMap(signal -> read(values, signal))
                    .map(value -> new SignalValue(
                            account, field, value, new SignalOrigin(source, observedAt), to.receivedAt()))
                    .ifPresent(given::add);
        }
        return new Given(account, given);
    }

    private static Optional<String> read(FieldValues values, Signal signal) {
        return values.text(signal.name()).map(text -> {
            try {
                return signal.show(signal.fromText(written(values, signal, text)));
            } catch (InvalidSignal invalid) {
                throw values.refused(signal.name(), text, invalid.rule());
            }
        });
    }

    private static String written(FieldValues values, Signal signal, String text) {
        return switch (signal.type()) {
            case NUMBER, WHOLE_NUMBER ->
                values.number(signal.name(), signal.rule()).orElseThrow().toPlainString();
            case YES_NO -> values.flag(signal.name()).orElseThrow() ? "yes" : "no";
            case CHOICE -> text;
            case DATE -> values.requiredDay(signal.name()).toString();
        };
    }

    @Override
    public Optional<String> id(Given read) {
        return Optional.of(read.account().value()
                + read.values().stream()
                        .findFirst()
                        .map(value -> " " + value.origin())
                        .orElse(""));
    }

    @Override
    public Stored store(List<Given> batch) {
        return to.success().ports().unitOfWork().commit(to.actor().tenant(), () -> {
            Set<AccountId> known =
                    to.known(batch.stream().map(Given::account).toList()).keySet();
            List<SignalValue> values = batch.stream()
                    .filter(given -> known.contains(given.account()))
                    .flatMap(given -> given.values().stream())
                    .toList();
            Set<AccountId> changed = to.success().giveSignals().give(to.actor(), values, to.receivedAt());
            return stored(batch, known, changed);
        });
    }

    private static Stored stored(List<Given> batch, Set<AccountId> known, Set<AccountId> changed) {
        List<Rejected> rejected = new ArrayList<>();
        int stored = 0;
        for (int i = 0; i < batch.size(); i++) {
            AccountId account = batch.get(i).account();
            if (!known.contains(account)) {
                rejected.add(new Rejected(i, Target.ACCOUNT_ID, account.value(), FactIntake.UNKNOWN_ACCOUNT));
            } else if (changed.contains(account)) {
                stored++;
            }
        }
        return new Stored(stored, batch.size() - stored - rejected.size(), rejected);
    }
}
