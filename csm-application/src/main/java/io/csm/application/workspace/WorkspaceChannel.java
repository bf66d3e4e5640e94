package io.csm.application.workspace;

import io.csm.application.access.TenantId;
import io.csm.application.account.port.AccountRepository;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.ChannelRefused;
import io.csm.application.delivery.port.ChannelUnavailable;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.directory.HealthRecord;
import io.csm.application.directory.WorkspaceContent;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.DirectoryUnavailable;
import io.csm.application.directory.port.RecordBook;
import io.csm.application.expansion.port.OpportunityRepository;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.expansion.OpportunityType;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes health, reviews and opportunities to the team's workspace. */
public final class WorkspaceChannel implements DeliveryChannel {

    private final Optional<AccountDirectory> directory;
    private final RecordBook records;
    private final QbrRepository qbrs;
    private final OpportunityRepository opportunities;
    private final AccountRepository accounts;
    private final HealthScoreRepository scores;

    /** Without a directory health is written as a record of its own alone. */
    public WorkspaceChannel(
            Optional<AccountDirectory> directory,
            RecordBook records,
            QbrRepository qbrs,
            OpportunityRepository opportunities,
            AccountRepository accounts,
            HealthScoreRepository scores) {
        this.directory = directory;
        this.records = records;
        this.qbrs = qbrs;
        this.opportunities = opportunities;
        this.accounts = accounts;
        this.scores = scores;
    }

    @Override
    public String name() {
        return Channels.WORKSPACE;
    }

    @Override
    public void take(TenantId tenant, Delivery delivery) {
        try {
            write(tenant, delivery.content());
        } catch (DirectoryUnavailable unavailable) {
            throw new ChannelUnavailable(
                    Optional.ofNullable(unavailable.getMessage()).orElse("the workspace does not answer"),
                    unavailable.retryAfter());
        } catch (DirectoryRefused refused) {
            throw new ChannelRefused(
                    Optional.ofNullable(refused.getMessage()).orElse("the workspace says no"), refused);
        }
    }

    private void write(TenantId tenant, Map<String, Object> content) {
        switch (WorkspaceContent.text(content, WorkspaceContent.KIND)) {
            case WorkspaceContent.HEALTH -> health(tenant, WorkspaceContent.health(content));
            case WorkspaceContent.QBR -> qbr(tenant, content);
            case WorkspaceContent.OPPORTUNITY -> opportunity(tenant, content);
            default -> throw new ChannelRefused("the workspace does not know what to do with " + content);
        }
    }

    /**
     * The record first, as the page may be refused. What had to wait must not bring back an old score on the page; its
     * record is of its own time.
     */
    private void health(TenantId tenant, HealthRecord health) {
        records.addHealthRecord(health);
        if (scores.findScoredAfter(tenant, List.of(health.account()), health.scannedAt())
                .isEmpty()) {
            directory
                    .flatMap(accountsThere -> accountsThere.find(health.account()))
                    .ifPresent(account -> records.updateHealth(account, health));
        }
    }

    private void qbr(TenantId tenant, Map<String, Object> content) {
        qbrs.find(
                        tenant,
                        account(content),
                        Quarter.parse(WorkspaceContent.text(content, "period")),
                        QbrTrigger.ofCode(WorkspaceContent.text(content, "trigger")))
                .ifPresent(records::saveQbr);
    }

    private void opportunity(TenantId tenant, Map<String, Object> content) {
        OpportunityType type = OpportunityType.ofCode(WorkspaceContent.text(content, "type"));
        Quarter quarter = Quarter.parse(WorkspaceContent.text(content, "quarter"));
        AccountId account = account(content);
        String name = accounts.find(tenant, account).map(Account::name).orElse(account.value());
        opportunities.listOf(tenant, account).stream()
                .filter(each -> each.type() == type && each.quarter().equals(quarter))
                .forEach(each -> records.saveOpportunity(each, name));
    }

    private static AccountId account(Map<String, Object> content) {
        return new AccountId(WorkspaceContent.text(content, "account_id"));
    }
}
