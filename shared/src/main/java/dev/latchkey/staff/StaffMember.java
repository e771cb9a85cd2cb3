package dev.latchkey.staff;

import dev.latchkey.audit.Actor;
import dev.latchkey.firm.FirmId;
import java.util.Set;

/** A verified staff member. Only {@link AuthenticateStaff} makes one. */
public record StaffMember(FirmId firm, String subject, Set<Role> roles) {

    public boolean may(Role needed) {
        return roles.stream().anyMatch(role -> role.includes(needed));
    }

    public Actor actor() {
        return new Actor(Actor.Kind.STAFF, subject);
    }
}
