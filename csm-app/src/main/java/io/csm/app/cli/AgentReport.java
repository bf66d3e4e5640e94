package io.csm.app.cli;

import io.csm.app.qbr.QbrDocuments;
import io.csm.application.Agent;
import io.csm.application.access.Actor;
import io.csm.application.alert.port.AlertRepository;
import io.csm.application.health.PortfolioSummary;
import io.csm.application.health.port.HealthScoreRepository.Row;
import io.csm.domain.account.AccountId;
import io.csm.domain.alert.AlertState;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrTrigger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What the agent makes of the sample portfolio: texts, opportunities and a review, all without any key. */
final class AgentReport {

    private static final int NARRATIVES = 3;
    private static final int OPPORTUNITIES = 5;
    private static final int MOST_ALERTS = 1_000;
    private static final Comparator<Opportunity> WORTH_MOST = Comparator.comparing((Opportunity each) ->
                    each.arrImpact().map(money -> money.amount()).orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(Opportunity::account)
            .thenComparing(Opportunity::type);

    private final Console console;
    private final Agent agent;
    private final Actor actor;

    AgentReport(Console console, Agent agent, Actor actor) {
        this.console = console;
        this.agent = agent;
        this.actor = actor;
    }

    /** Why the worst accounts may leave, and what to do. */
    void narratives(PortfolioSummary summary, Instant asOf) {
        Paragraphs paragraphs = new Paragraphs(console);
        paragraphs.heading("Why the worst may leave, and what to do first");
        for (Row row : summary.mostAtRisk().stream().limit(NARRATIVES).toList()) {
            AccountBrief brief = agent.briefAccount().brief(actor, row.account().id(), asOf);
            Written<ChurnNarrative> written = agent.narrator().churn(actor.tenant(), brief);
            console.say("");
            console.say(console.bold(row.account().name()) + " (" + written.writer() + ")");
            paragraphs.text(written.text().narrative());
            paragraphs.list(written.text().recommendations().stream().limit(2).toList());
        }
    }

    /** Where the accounts could buy more; those of the greatest worth. */
    void opportunities(List<AccountId> accounts) {
        List<Opportunity> found = new ArrayList<>();
        accounts.forEach(account ->
                found.addAll(agent.checkExpansion().check(actor, account).added()));
        Paragraphs paragraphs = new Paragraphs(console);
        paragraphs.heading("Opportunities: " + Words.count(found.size()) + " in "
                + Words.count(accounts.size(), "healthy account"));
        Table table = new Table("lllrl").head(console, "account", "of", "sure", "a year", "because");
        found.stream()
                .sorted(WORTH_MOST)
                .limit(OPPORTUNITIES)
                .forEach(each -> table.row(
                        each.account().value(),
                        each.type().code(),
                        each.confidence().code(),
                        each.arrImpact().map(Words::money).orElse("open"),
                        each.evidence().get(0)));
        table.print(console);
    }

    /** The review of one account, as four files. */
    void review(AccountId account, Path folder) throws IOException {
        Written<Qbr> written = agent.generateQbr().generate(actor, account, Optional.empty(), QbrTrigger.QUARTERLY);
        List<Path> files = QbrDocuments.write(written.text(), folder);
        new Paragraphs(console)
                .heading("Review of " + written.text().accountName() + ", "
                        + written.text().period());
        files.forEach(file -> console.say(file.toString()));
    }

    /** How many alerts wait for somebody. */
    static long waiting(AlertRepository alerts, Actor actor) {
        return alerts.list(actor.tenant(), EnumSet.of(AlertState.OPEN), MOST_ALERTS)
                .size();
    }
}
