/** Takes in what other systems report about accounts. Start at {@link io.csm.application.fact.ReportFacts}. */
package io.csm.application.fact;
