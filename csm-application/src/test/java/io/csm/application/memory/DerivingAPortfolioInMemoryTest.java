package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.DerivingAPortfolioContract;

class DerivingAPortfolioInMemoryTest extends DerivingAPortfolioContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
