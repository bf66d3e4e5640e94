package io.csm.domain.expansion;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Rag;
import io.csm.domain.narrative.Prose;
import java.util.List;
import java.util.stream.Stream;

/** The rules that find opportunities; each is deterministic and says what it rests on. */
public final class ExpansionFinders {

    private ExpansionFinders() {}

    /**
     * At most one of each type, in the order of {@link OpportunityType}, of the quarter of the brief's day. Who is no
     * customer any more is offered nothing.
     */
    public static List<Opportunity> find(AccountBrief brief, ProductCatalogue catalogue) {
        Contract contract = Contract.of(brief);
        if (!brief.account().isCustomer(brief.day(), contract.pays())) {
            return List.of();
        }
        return Stream.of(
                        SeatFinder.find(brief, contract),
                        ModuleFinder.find(brief, contract, catalogue),
                        IntegrationFinder.find(brief, catalogue))
                .flatMap(each -> each.stream())
                .toList();
    }

    /** Why {@link #find} finds nothing, as a clause; to be asked only where it does. */
    public static String whyNothing(AccountBrief brief, ProductCatalogue catalogue) {
        Contract contract = Contract.of(brief);
        if (!brief.account().isCustomer(brief.day(), contract.pays())) {
            return "it is no customer any more";
        }
        return Prose.list(List.of(
                SeatFinder.whyNone(contract),
                ModuleFinder.whyNone(brief, catalogue),
                IntegrationFinder.whyNone(brief)));
    }

    /** Whether the account has other worries than to buy more. */
    static boolean isBurning(AccountBrief brief) {
        ChurnRisk risk = brief.health().risk();
        return brief.health().score().rag() == Rag.RED || risk == ChurnRisk.HIGH || risk == ChurnRisk.CRITICAL;
    }
}
