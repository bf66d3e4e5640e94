package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.HealthScoreRepositoryContract;

class JdbcHealthScoreRepositoryTest extends HealthScoreRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return TestDatabase.empty().adapter();
    }
}
