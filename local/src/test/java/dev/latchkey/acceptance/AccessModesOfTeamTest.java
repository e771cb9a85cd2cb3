package dev.latchkey.acceptance;

import dev.latchkey.firm.Plan;

class AccessModesOfTeamTest extends AccessModesTrial {

    AccessModesOfTeamTest() {
        super(Plan.TEAM);
    }
}
