package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.AccountRepositoryContract;

class JdbcAccountRepositoryTest extends AccountRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return TestDatabase.empty().adapter();
    }
}
