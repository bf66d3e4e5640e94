package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.narrative.ModelAnswer;
import io.csm.application.narrative.port.ModelJournal;
import io.csm.domain.account.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

final class InMemoryModelJournal implements ModelJournal {

    private final InMemoryUnits units;
    private final Map<TenantId, NavigableMap<Long, ModelAnswer>> answers = new HashMap<>();
    private long last;

    InMemoryModelJournal(InMemoryUnits units) {
        this.units = units;
    }

    @Override
    public synchronized void append(TenantId tenant, ModelAnswer answer) {
        units.enter(tenant);
        long number = ++last;
        of(tenant).put(number, answer);
        units.wrote(() -> of(tenant).remove(number));
    }

    @Override
    public synchronized Spent spentSince(TenantId tenant, Instant from) {
        units.enter(tenant);
        List<ModelAnswer> since = of(tenant).values().stream()
                .filter(answer -> !answer.at().isBefore(from))
                .toList();
        return new Spent(
                since.size(),
                since.stream()
                        .mapToLong(answer -> answer.inputTokens() + answer.outputTokens())
                        .sum(),
                since.stream().flatMap(answer -> answer.cost().stream()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Override
    public synchronized List<ModelAnswer> listLatest(TenantId tenant, AccountId account, int limit) {
        units.enter(tenant);
        return of(tenant).descendingMap().values().stream()
                .filter(answer -> answer.account().equals(account))
                .sorted(Comparator.comparing(ModelAnswer::at).reversed())
                .limit(limit)
                .toList();
    }

    private NavigableMap<Long, ModelAnswer> of(TenantId tenant) {
        return answers.computeIfAbsent(tenant, any -> new TreeMap<>());
    }
}
