/**
 * What every implementation of the ports must keep to, as tests to be inherited: extend one contract per port, hand it
 * your ports, and run it. Start at {@link io.csm.application.contract.HealthScoreRepositoryContract}; {@link
 * io.csm.application.contract.Fixtures} holds the people, days and accounts that the tests speak of.
 */
package io.csm.application.contract;
