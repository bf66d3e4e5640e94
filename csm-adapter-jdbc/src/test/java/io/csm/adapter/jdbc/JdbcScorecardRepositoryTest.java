package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScorecardRepositoryContract;

class JdbcScorecardRepositoryTest extends ScorecardRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return TestDatabase.empty().adapter();
    }
}
