package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.TenancyContract;

class JdbcTenancyTest extends TenancyContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return TestDatabase.empty().adapter();
    }
}
