package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScanRepositoryContract;

class JdbcScanRepositoryTest extends ScanRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return TestDatabase.empty().adapter();
    }
}
