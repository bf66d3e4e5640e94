package io.csm.adapter.llm;

import io.csm.application.access.TenantId;
import io.csm.application.narrative.ModelAnswer;
import io.csm.application.narrative.port.ModelJournal;
import io.csm.domain.account.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A journal in a list. */
final class ListJournal implements ModelJournal {

    private record Entry(TenantId tenant, ModelAnswer answer) {}

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void append(TenantId tenant, ModelAnswer answer) {
        entries.add(new Entry(tenant, answer));
    }

    @Override
    public synchronized Spent spentSince(TenantId tenant, Instant from) {
        List<ModelAnswer> since =
                of(tenant).filter(each -> !each.at().isBefore(from)).toList();
        return new Spent(
                since.size(),
                since.stream()
                        .mapToLong(each -> each.inputTokens() + each.outputTokens())
                        .sum(),
                since.stream().flatMap(each -> each.cost().stream()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Override
    public synchronized List<ModelAnswer> listLatest(TenantId tenant, AccountId account, int limit) {
        List<ModelAnswer> latest = new ArrayList<>(
                of(tenant).filter(each -> each.account().equals(account)).toList());
        java.util.Collections.reverse(latest);
        return latest.stream().limit(limit).toList();
    }

    synchronized List<ModelAnswer> all() {
        return entries.stream().map(Entry::answer).toList();
    }

    private Stream<ModelAnswer> of(TenantId tenant) {
        return entries.stream().filter(each -> each.tenant().equals(tenant)).map(Entry::answer);
    }
}
