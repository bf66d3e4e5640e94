package io.csm.application.alert;

import io.csm.application.access.Actor;
import io.csm.application.access.TenantId;
import io.csm.application.alert.port.AlertRepository;
import io.csm.application.brief.BriefAccount;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.Dispatch;
import io.csm.application.directory.HealthRecord;
import io.csm.application.directory.WorkspaceContent;
import io.csm.application.draft.DraftContent;
import io.csm.application.narrative.port.Narrator;
import io.csm.application.shared.CsmException;
import io.csm.application.shared.UnitOfWork;
import io.csm.domain.account.AccountId;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.AlertType;
import io.csm.domain.alert.AlertWriter;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Notice;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.health.HealthScore;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells of alerts that were raised: of the worst one by one, of the rest in one digest, so that nothing is lost and nobody
 * is flooded. It writes what is to be said and puts it on its way; the channels are not asked here.
 */
public final class AnnounceAlerts {

    /** The window in which alerts that come up between two scans share what is told of one by one. */
    static final Duration BETWEEN_SCANS = Duration.ofHours(24);

    private static final Set<AlertState> NOT_OVER = EnumSet.complementOf(EnumSet.of(AlertState.RESOLVED));
    private static final int MOST_WAITING = 100_000;

    private final AlertRepository alerts;
    private final BriefAccount briefs;
    private final Narrator narrator;
    private final Dispatch dispatch;
    private final UnitOfWork unitOfWork;
    private final AlertSettings settings;
    private final Clock clock;

    public AnnounceAlerts(
            AlertRepository alerts,
            BriefAccount briefs,
            Narrator narrator,
            Dispatch dispatch,
            UnitOfWork unitOfWork,
            AlertSettings settings,
            Clock clock) {
        this.alerts = alerts;
        this.briefs = briefs;
        this.narrator = narrator;
        this.dispatch = dispatch;
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was put on its way.
     *
     * @param oneByOne alerts that are told of one by one, the worst first
     * @param inDigest how many are told of in the digest
     * @param unread accounts of which too little could be read to tell of them one by one, and why; their alerts are left
     *     to the digest
     */
    public record Announced(List<DigestLine> oneByOne, int inDigest, Map<AccountId, String> unread) {

        public Announced {
            oneByOne = List.copyOf(oneByOne);
            unread = Map.copyOf(unread);
        }

        public boolean isEmpty() {
            return oneByOne.isEmpty() && inDigest == 0;
        }
    }

    /** After a scan of the portfolio: the worst one by one, and all others that wait in one digest. */
    public Announced afterScan(Actor actor) {
        endThoseOfChurned(actor.tenant());
        return announce(actor, settings.oneByOne(), true);
    }

    /** Between scans: one by one what a day allows; the others wait for the digest of the next scan. */
    public Announced betweenScans(Actor actor) {
        Instant dayAgo = clock.instant().minus(BETWEEN_SCANS);
        int told = alerts.countAnnouncedOneByOne(actor.tenant(), dayAgo);
        return announce(actor, Math.max(0, settings.oneByOne() - told), false);
    }

    /** Who left is scored no more, so no scan would ever end the alerts of such an account. */
    private void endThoseOfChurned(TenantId tenant) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        unitOfWork.commit(tenant, () -> {
            List<Alert> over = alerts.listOfChurned(tenant, NOT_OVER, today, MOST_WAITING).stream()
                    .map(alert -> alert.resolved(now, Alert.CSM))
                    .toList();
            alerts.save(tenant, over);
            return over;
        });
    }

    /**
     * Those to tell of: the open ones, and dips, which have happened even if the score rose again. One that somebody has
     * answered is not told of any more; one that ended by itself waits, as it may return, until it would be raised anew.
     */
    private List<DigestLine> toTell(TenantId tenant) {
        List<DigestLine> waiting = alerts.listWaiting(tenant, MOST_WAITING);
        Instant forgotten = clock.instant().minus(settings.rules().reminder());
        List<Alert> past = waiting.stream()
                .map(DigestLine::alert)
                .filter(alert -> !isToTell(alert)
                        && (!alert.endedByItself() || !alert.raisedAt().isAfter(forgotten)))
                .toList();
        if (!past.isEmpty()) {
            unitOfWork.commit(tenant, () -> alerts.announced(tenant, past, false, clock.instant()));
        }
        return waiting.stream().filter(line -> isToTell(line.alert())).toList();
    }

    private static boolean isToTell(Alert alert) {
        return alert.state() == AlertState.OPEN || (alert.type() == AlertType.SCORE_DIP && alert.endedByItself());
    }

    private Announced announce(Actor actor, int oneByOne, boolean digest) {
        if (oneByOne == 0 && !digest) {
            return new Announced(List.of(), 0, Map.of());
        }
        TenantId tenant = actor.tenant();
        List<DigestLine> waiting = toTell(tenant);
        List<DigestLine> worst = waiting.subList(0, Math.min(oneByOne, waiting.size()));
        boolean reached = dispatch.reachesAnybody();
        Map<AccountId, String> unread = new LinkedHashMap<>();
        List<Message> messages = reached ? messages(actor, worst, unread) : List.of();
        List<DigestLine> alone = reached ? messages.stream().map(Message::line).toList() : worst;
        List<DigestLine> rest = digest ? without(alone, waiting) : List.of();
        if (alone.isEmpty() && rest.isEmpty()) {
            return new Announced(List.of(), 0, unread);
        }
        Announced announced = unitOfWork.commit(tenant, () -> send(tenant, alone, rest, messages));
        return new Announced(announced.oneByOne(), announced.inDigest(), unread);
    }

    private static List<DigestLine> without(List<DigestLine> some, List<DigestLine> all) {
        Set<String> ids = some.stream().map(line -> line.alert().id()).collect(Collectors.toSet());
        return all.stream().filter(line -> !ids.contains(line.alert().id())).toList();
    }

    /** What is said about one alert, written outside of any unit of work. */
    private record Message(DigestLine line, AccountBrief brief, Written<ChurnNarrative> narrative) {

        Notice notice() {
            return line.notice();
        }

        Alert alert() {
            return line.alert();
        }
    }

    /** An alert of whose account too little can be read is left to the digest, which needs no more than its notice. */
    private List<Message> messages(Actor actor, List<DigestLine> lines, Map<AccountId, String> unread) {
        List<Message> messages = new ArrayList<>();
        for (DigestLine line : lines) {
            try {
                Alert alert = line.alert();
                AccountBrief brief = briefs.brief(actor, alert.account(), alert.raisedAt());
                messages.add(new Message(line, brief, narrator.churn(actor.tenant(), brief)));
            } catch (CsmException failure) {
                unread.put(line.account().id(), String.valueOf(failure.getMessage()));
            }
        }
        return messages;
    }

    /** Somebody else may have announced some of them meanwhile; those are left out. */
    private Announced send(TenantId tenant, List<DigestLine> worst, List<DigestLine> rest, List<Message> messages) {
        Instant now = clock.instant();
        List<DigestLine> told = claim(tenant, worst, true, now);
        List<DigestLine> listed = claim(tenant, rest, false, now);
        messages.stream()
                .filter(message -> told.contains(message.line()))
                .forEach(message -> send(tenant, message, now));
        if (!listed.isEmpty()) {
            sendDigest(tenant, listed, now);
        }
        return new Announced(told, listed.size(), Map.of());
    }

    private List<DigestLine> claim(TenantId tenant, List<DigestLine> lines, boolean oneByOne, Instant now) {
        List<Alert> raises = lines.stream().map(DigestLine::alert).toList();
        Set<String> waited = alerts.announced(tenant, raises, oneByOne, now);
        return lines.stream().filter(line -> waited.contains(line.alert().id())).toList();
    }

    private void send(TenantId tenant, Message message, Instant now) {
        Alert alert = message.alert();
        String key = "alert/" + alert.raiseKey();
        String title = "alert: " + message.brief().account().name();
        dispatch.tell(
                tenant, AlertEvents.raised(message.notice(), message.brief().health()));
        send(tenant, Channels.WORKSPACE, key, message, title, WorkspaceContent.of(record(message)), now);
        Draft draft = AlertWriter.draft(message.notice(), message.brief(), message.narrative());
        send(tenant, Channels.DRAFT, key, message, draft.subject(), DraftContent.of(draft), now);
        String text = AlertWriter.chat(message.notice(), message.brief(), message.narrative());
        send(tenant, Channels.CHAT, key, message, title, chat(Optional.of(alert), text), now);
    }

    private void send(
            TenantId tenant,
            String channel,
            String key,
            Message message,
            String title,
            Map<String, Object> content,
            Instant now) {
        dispatch.send(tenant, channel, key, Optional.of(message.alert().account()), title, content, now);
    }

    private static HealthRecord record(Message message) {
        HealthScore score = message.brief().health().score();
        ChurnNarrative narrative = message.narrative().text();
        return new HealthRecord(
                message.alert().account(),
                message.brief().account().name(),
                score.value(),
                score.rag(),
                message.brief().health().risk().code(),
                score.scoredAt(),
                Optional.of(narrative.narrative()),
                narrative.riskFactors(),
                narrative.recommendations(),
                Optional.of(message.narrative().writer().toString()));
    }

    private void sendDigest(TenantId tenant, List<DigestLine> lines, Instant now) {
        String key = "alert_digest/" + now;
        Draft draft = AlertWriter.digest(lines, now);
        dispatch.tell(tenant, AlertEvents.digest(key, lines, now));
        dispatch.record(tenant, List.of(AlertEvents.digest(key, lines, now)));
        dispatch.send(tenant, Channels.DRAFT, key, Optional.empty(), draft.subject(), DraftContent.of(draft), now);
        dispatch.send(
                tenant,
                Channels.CHAT,
                key,
                Optional.empty(),
                draft.subject(),
                chat(Optional.empty(), AlertWriter.digestChat(lines, now)),
                now);
    }

    private static Map<String, Object> chat(Optional<Alert> alert, String text) {
        String account = alert.map(each -> each.account().value()).orElse(null);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("account_id", account);
        content.put("thread", account);
        content.put("text", text);
        return content;
    }
}
