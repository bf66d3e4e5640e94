package io.csm.application.memory;

import io.csm.application.access.TenantId;
import io.csm.application.alert.port.AlertRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.account.Money;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Notice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

final class InMemoryAlertRepository implements AlertRepository {

    private static final Comparator<Alert> BY_RAISE =
            Comparator.comparing(Alert::raisedAt).thenComparing(Alert::id);

    private static final Comparator<DigestLine> THE_WORST_FIRST = Comparator.comparing(
                    (DigestLine line) -> line.alert().concern().severity(), Comparator.reverseOrder())
            .thenComparing(
                    line -> line.account().arr().map(Money::amount),
                    Comparator.comparing(
                            (Optional<BigDecimal> arr) -> arr.orElse(null),
                            Comparator.nullsLast(Comparator.reverseOrder())))
            .thenComparing(line -> line.account().id())
            .thenComparing(line -> line.alert().id());

    private record Kept(Notice notice, boolean waits, Optional<Instant> announcedAlone) {

        Alert alert() {
            return notice.alert();
        }

        boolean waitsAs(Alert raised) {
            return waits && alert().raises() == raised.raises();
        }

        Kept raised(Notice again) {
            return new Kept(again, true, announcedAlone);
        }

        Kept in(Alert changed) {
            return new Kept(notice.of(changed), waits, announcedAlone);
        }

        Kept announced(boolean oneByOne, Instant at) {
            return new Kept(notice, false, oneByOne ? Optional.of(at) : announcedAlone);
        }
    }

    private final InMemoryAccountRepository accounts;
    private final InMemoryHealthScoreRepository.Payers payers;
    private final InMemoryUnits units;
    private final Map<TenantId, NavigableMap<String, Kept>> alerts = new HashMap<>();

    InMemoryAlertRepository(
            InMemoryAccountRepository accounts, InMemoryHealthScoreRepository.Payers payers, InMemoryUnits units) {
        this.accounts = accounts;
        this.payers = payers;
        this.units = units;
    }

    @Override
    public synchronized List<Alert> findLatest(TenantId tenant, Collection<AccountId> wanted) {
        units.enter(tenant);
        record Subject(AccountId account, AlertType type) {}
        Set<AccountId> these = Set.copyOf(wanted);
        Map<Subject, Alert> latest = new HashMap<>();
        for (Kept kept : of(tenant).values()) {
            Alert alert = kept.alert();
            if (these.contains(alert.account())) {
                latest.merge(
                        new Subject(alert.account(), alert.type()),
                        alert,
                        (one, other) -> BY_RAISE.compare(one, other) > 0 ? one : other);
            }
        }
        return List.copyOf(latest.values());
    }

    @Override
    public synchronized void raise(TenantId tenant, Collection<Notice> raised) {
        units.enter(tenant);
        raised.forEach(notice -> accounts.require(tenant, notice.alert().account()));
        for (Notice notice : raised) {
            Kept before = of(tenant).getOrDefault(notice.alert().id(), new Kept(notice, true, Optional.empty()));
            put(tenant, before.raised(notice));
        }
    }

    @Override
    public synchronized void save(TenantId tenant, Collection<Alert> changed) {
        units.enter(tenant);
        for (Alert alert : changed) {
            kept(tenant, alert.id()).ifPresent(kept -> put(tenant, kept.in(alert)));
        }
    }

    private Optional<Kept> kept(TenantId tenant, String id) {
        return Optional.ofNullable(of(tenant).get(id));
    }

    private void put(TenantId tenant, Kept kept) {
        String id = kept.alert().id();
        Optional<Kept> before = Optional.ofNullable(of(tenant).put(id, kept));
        units.wrote(() -> before.ifPresentOrElse(
                old -> of(tenant).put(id, old), () -> of(tenant).remove(id)));
    }

    @Override
    public synchronized Optional<Notice> find(TenantId tenant, String id) {
        units.enter(tenant);
        return kept(tenant, id).map(Kept::notice);
    }

    @Override
    public synchronized List<DigestLine> list(TenantId tenant, Set<AlertState> states, int limit) {
        return lines(tenant, kept -> states.contains(kept.alert().state()), limit);
    }

    @Override
    public synchronized List<Notice> listOf(TenantId tenant, AccountId account, int limit) {
        units.enter(tenant);
        return of(tenant).values().stream()
                .filter(kept -> kept.alert().account().equals(account))
                .sorted(Comparator.comparing(Kept::alert, BY_RAISE.reversed()))
                .limit(limit)
                .map(Kept::notice)
                .toList();
    }

    @Override
    public synchronized List<Alert> listOfChurned(TenantId tenant, Set<AlertState> states, LocalDate day, int limit) {
        return lines(tenant, kept -> states.contains(kept.alert().state()), Integer.MAX_VALUE).stream()
                .filter(line -> hasChurned(tenant, line.account(), day))
                .map(DigestLine::alert)
                .limit(limit)
                .toList();
    }

    private boolean hasChurned(TenantId tenant, Account account, LocalDate day) {
        return account.churnedOn()
                .map(churned -> !churned.isAfter(day))
                .orElseGet(() -> account.status() == AccountStatus.CHURNED
                        && !payers.pays(
                                tenant,
                                account.id(),
                                day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    @Override
    public synchronized List<DigestLine> listWaiting(TenantId tenant, int limit) {
        return lines(tenant, Kept::waits, limit);
    }

    private List<DigestLine> lines(TenantId tenant, Predicate<Kept> wanted, int limit) {
        units.enter(tenant);
        return of(tenant).values().stream()
                .filter(wanted)
                .map(kept -> new DigestLine(
                        kept.notice(), accounts.require(tenant, kept.alert().account())))
                .sorted(THE_WORST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Set<String> announced(TenantId tenant, Collection<Alert> alerts, boolean oneByOne, Instant at) {
        units.enter(tenant);
        Set<String> waited = new HashSet<>();
        for (Alert alert : alerts) {
            kept(tenant, alert.id()).filter(kept -> kept.waitsAs(alert)).ifPresent(kept -> {
                put(tenant, kept.announced(oneByOne, at));
                waited.add(alert.id());
            });
        }
        return waited;
    }

    @Override
    public synchronized int countAnnouncedOneByOne(TenantId tenant, Instant from) {
        units.enter(tenant);
        return (int) of(tenant).values().stream()
                .filter(kept ->
                        kept.announcedAlone().filter(at -> !at.isBefore(from)).isPresent())
                .count();
    }

    private NavigableMap<String, Kept> of(TenantId tenant) {
        return alerts.computeIfAbsent(tenant, any -> new TreeMap<>());
    }
}
