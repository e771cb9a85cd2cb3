package dev.latchkey.acceptance;

import dev.latchkey.firm.Plan;

class AccessModesOfBusinessTest extends AccessModesTrial {

    AccessModesOfBusinessTest() {
        super(Plan.BUSINESS);
    }
}
