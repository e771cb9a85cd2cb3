package dev.latchkey.acceptance;

import dev.latchkey.firm.Plan;

class AccessModesOfEnterpriseTest extends AccessModesTrial {

    AccessModesOfEnterpriseTest() {
        super(Plan.ENTERPRISE);
    }
}
