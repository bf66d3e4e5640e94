package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScanningAPortfolioContract;

class ScanningAPortfolioInMemoryTest extends ScanningAPortfolioContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
