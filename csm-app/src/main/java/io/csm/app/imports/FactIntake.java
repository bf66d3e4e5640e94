package io.csm.app.imports;

import io.csm.application.fact.port.FactRepository.Appended;
import io.csm.domain.account.AccountId;
import io.csm.domain.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

final class FactIntake implements Intake<Fact> {

    static final String UNKNOWN_ACCOUNT = "must be a known account";

    private final Recipient to;
    private final Function<FieldValues, Fact> reader;

    FactIntake(Recipient to, Function<FieldValues, Fact> reader) {
        this.to = to;
        this.reader = reader;
    }

    @Override
    public Fact read(FieldValues values) {
        return values.made(reader);
    }

    @Override
    public Optional<String> id(Fact read) {
        return Optional.of(read.id().toString());
    }

    @Override
    public Stored store(List<Fact> batch) {
        Appended appended = to.success().reportFacts().report(to.actor(), batch, to.receivedAt());
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            AccountId account = batch.get(i).account();
            if (appended.unknown().contains(account)) {
                rejected.add(new Rejected(i, Target.ACCOUNT_ID, account.value(), UNKNOWN_ACCOUNT));
            }
        }
        return new Stored(appended.stored(), appended.unchanged(), rejected);
    }
}
