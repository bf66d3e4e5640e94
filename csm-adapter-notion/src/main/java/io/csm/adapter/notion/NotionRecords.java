package io.csm.adapter.notion;

import io.csm.adapter.notion.Pages.Place;
import io.csm.application.directory.DirectoryAccount;
import io.csm.application.directory.HealthRecord;
import io.csm.application.directory.port.RecordBook;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.expansion.Confidence;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.health.Rag;
import io.csm.domain.qbr.Qbr;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import notion.api.v1.model.pages.Page;
import notion.api.v1.model.pages.PageProperty;

/** Pages that CSM writes into databases of Notion. */
final class NotionRecords implements RecordBook {

    static final List<String> OF_HEALTH = List.of("account_id", "score", "health_rag", "churn_risk", "scanned_at");
    static final List<String> OF_QBR = List.of("account_id", "period", "health_rag", "generated_at", "trigger");
    static final List<String> OF_EXPANSION =
            List.of("account_id", "opportunity_type", "quarter", "estimated_arr_impact", "confidence");

    private static final String TITLE_START = "Health: ";
    private static final String TITLE_DASH = " — ";

    private final Optional<Pages> accounts;
    private final Optional<Pages> health;
    private final Optional<Pages> qbrs;
    private final Optional<Pages> expansions;
    private final PageBody body;

    NotionRecords(
            Optional<Pages> accounts,
            Optional<Pages> health,
            Optional<Pages> qbrs,
            Optional<Pages> expansions,
            PageBody body) {
        this.accounts = accounts;
        this.health = health;
        this.qbrs = qbrs;
        this.expansions = expansions;
        this.body = body;
    }

    @Override
    public void updateHealth(DirectoryAccount account, HealthRecord record) {
        accounts.ifPresent(pages -> pages.update(account.page(), source -> {
            Map<String, PageProperty> values = new LinkedHashMap<>();
            values.put("CSM Health Score", Values.number(PageText.shown(record.score())));
            values.put(
                    "CSM Health RAG",
                    Values.word(source, "CSM Health RAG", record.rag().name()));
            values.put("CSM Last Scan", Values.day(PageText.day(record)));
            return values;
        }));
    }

    @Override
    public Optional<String> addHealthRecord(HealthRecord record) {
        return health.map(pages -> writeOnce(
                        pages,
                        where -> where.equal("account_id", record.account().value())
                                .inMinuteOf("scanned_at", record.scannedAt()),
                        source -> healthValues(source, record),
                        PageText.of(record))
                .page());
    }

    @Override
    public Optional<HealthRecord> latestHealthRecord(AccountId account) {
        return health.flatMap(pages -> pages.ask(
                        () -> pages.latest(where -> where.equal("account_id", account.value()), "scanned_at"))
                .flatMap(found -> record(account, found)));
    }

    @Override
    public Optional<String> saveQbr(Qbr qbr) {
        return qbrs.map(pages -> {
            List<PageBlock> text = PageText.of(qbr);
            Place place = pages.findOrCreate(
                    where -> where.equal("account_id", qbr.account().value())
                            .equal("period", qbr.period().toString())
                            .equal("trigger", qbr.trigger().code()),
                    source -> qbrValues(source, qbr),
                    PageBody.firstOf(text));
            if (place.isNew()) {
                body.append(place, text, PageBody.firstOf(text).size());
            } else {
                pages.update(place, source -> qbrValues(source, qbr));
                body.replace(place, text);
            }
            return place.page();
        });
    }

    @Override
    public Optional<String> saveOpportunity(Opportunity opportunity, String accountName) {
        return expansions.map(pages -> {
            List<PageBlock> text = PageText.of(opportunity);
            Place place = writeOnce(
                    pages,
                    where -> where.equal("account_id", opportunity.account().value())
                            .equal("opportunity_type", opportunity.type().code())
                            .equal("quarter", opportunity.quarter().toString()),
                    source -> expansionValues(source, opportunity, accountName),
                    text);
            if (opportunity.isForSales() && saysLow(place)) {
                // the text first: as long as the page says low, a repeated attempt does all of it again
                body.replace(place, text);
                pages.update(place.page(), source -> expansionValues(source, opportunity, accountName));
            }
            return place.page();
        });
    }

    private static boolean saysLow(Place place) {
        return place.found()
                .flatMap(page -> Values.text(page, "confidence"))
                .filter(Confidence.LOW.code()::equals)
                .isPresent();
    }

    private Place writeOnce(
            Pages pages,
            UnaryOperator<Filters> conditions,
            Function<Source, Map<String, PageProperty>> values,
            List<PageBlock> text) {
        List<PageBlock> first = PageBody.firstOf(text);
        Place place = pages.findOrCreate(conditions, values, first);
        if (place.isNew()) {
            body.append(place, text, first.size());
        } else {
            body.complete(place, text);
        }
        return place;
    }

    private static Map<String, PageProperty> healthValues(Source source, HealthRecord record) {
        Map<String, PageProperty> values = new LinkedHashMap<>();
        values.put(source.titleProperty(), Values.title(PageText.title(record)));
        values.put(
                "account_id", Values.word(source, "account_id", record.account().value()));
        values.put("score", Values.number(PageText.shown(record.score())));
        values.put("health_rag", Values.word(source, "health_rag", record.rag().name()));
        values.put("churn_risk", Values.word(source, "churn_risk", record.churnRisk()));
        values.put("scanned_at", Values.minuteOf(record.scannedAt()));
        return values;
    }

    private static Map<String, PageProperty> qbrValues(Source source, Qbr qbr) {
        Map<String, PageProperty> values = new LinkedHashMap<>();
        values.put(source.titleProperty(), Values.title(PageText.title(qbr)));
        values.put("account_id", Values.word(source, "account_id", qbr.account().value()));
        values.put("period", Values.word(source, "period", qbr.period().toString()));
        values.put("health_rag", Values.word(source, "health_rag", qbr.rag().name()));
        values.put("generated_at", Values.minuteOf(qbr.generatedAt()));
        values.put("trigger", Values.word(source, "trigger", qbr.trigger().code()));
        return values;
    }

    private static Map<String, PageProperty> expansionValues(
            Source source, Opportunity opportunity, String accountName) {
        Map<String, PageProperty> values = new LinkedHashMap<>();
        values.put(source.titleProperty(), Values.title(PageText.title(opportunity, accountName)));
        values.put(
                "account_id",
                Values.word(source, "account_id", opportunity.account().value()));
        values.put(
                "opportunity_type",
                Values.word(source, "opportunity_type", opportunity.type().code()));
        values.put(
                "quarter", Values.word(source, "quarter", opportunity.quarter().toString()));
        opportunity
                .arrImpact()
                .map(Money::amount)
                .ifPresent(amount -> values.put("estimated_arr_impact", Values.number(amount)));
        values.put(
                "confidence",
                Values.word(source, "confidence", opportunity.confidence().code()));
        return values;
    }

    /** Empty when somebody emptied what the record stands on. */
    private static Optional<HealthRecord> record(AccountId account, Pages.Found found) {
        Page page = found.page();
        Optional<Double> score = Values.number(page, "score");
        Optional<Rag> rag = Values.text(page, "health_rag").flatMap(NotionRecords::rag);
        Optional<Instant> scannedAt = Values.instant(page, "scanned_at");
        if (score.isEmpty() || rag.isEmpty() || scannedAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HealthRecord(
                account,
                Values.text(page, found.source().titleProperty())
                        .map(NotionRecords::nameIn)
                        .orElse(account.value()),
                score.get(),
                rag.get(),
                Values.text(page, "churn_risk").orElse(""),
                scannedAt.get(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    private static Optional<Rag> rag(String text) {
        return Arrays.stream(Rag.values())
                .filter(rag -> rag.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static String nameIn(String title) {
        int dash = title.lastIndexOf(TITLE_DASH);
        boolean isOurs = title.startsWith(TITLE_START) && dash > TITLE_START.length();
        return isOurs ? title.substring(TITLE_START.length(), dash) : title;
    }
}
