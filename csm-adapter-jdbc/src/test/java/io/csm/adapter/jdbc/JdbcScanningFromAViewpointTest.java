package io.csm.adapter.jdbc;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScanningFromAViewpointContract;

class JdbcScanningFromAViewpointTest extends ScanningFromAViewpointContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return TestDatabase.empty().adapter();
    }
}
