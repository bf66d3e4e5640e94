package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.GoingDownToTheFactsContract;

class JdbcGoingDownToTheFactsTest extends GoingDownToTheFactsContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return TestDatabase.empty().adapter();
    }
}
