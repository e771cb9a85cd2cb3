package dev.latchkey.functions.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmSettings;
import dev.latchkey.firm.Plan;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.firm.ScheduledSettings;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Fields;
import dev.latchkey.functions.http.Problem;
import dev.latchkey.functions.http.Reply;
import dev.latchkey.settings.EntityTag;
import dev.latchkey.settings.SettingsOutcome;
import dev.latchkey.settings.SettingsPreview;
import java.time.Instant;
import java.util.List;

/** Replies to requests about settings. */
final class PortalSettingsReply {

    private PortalSettingsReply() {}

    static Reply of(SettingsOutcome outcome) {
        return switch (outcome) {
            case SettingsOutcome.Changed(Firm firm) -> of(firm);
            case SettingsOutcome.Previewed(SettingsPreview preview) -> Reply.ok(body(preview));
            case SettingsOutcome.NoFirm none -> Problem.NOT_FOUND.reply();
            case SettingsOutcome.VersionMismatch mismatch -> Problem.VERSION_MISMATCH.reply();
            case SettingsOutcome.PlanDoesNotAllow(Plan plan, List<Plan> required) ->
                Problem.PLAN_DOES_NOT_ALLOW.reply(plans(plan, required));
            case SettingsOutcome.NotWithinReach far ->
                throw Fields.invalid("effectiveFrom", "must be ahead, by 90 days at most");
        };
    }

    static Reply of(Firm firm) {
        return Reply.ok(body(firm))
                .with("ETag", EntityTag.of(firm.settingsVersion()).quoted());
    }

    private static ObjectNode body(Firm firm) {
        FirmSettings settings = firm.settings();
        PortalSettings chosen = firm.chosen();
        Instant updatedAt = settings.updatedAt();
        ObjectNode body = Bodies.object()
                .put("accessMode", chosen.accessMode().name())
                .put("planAllowsMode", firm.plan().allows(chosen.accessMode()))
                .put("plan", firm.plan().name())
                .put("linksNeedSecondFactor", chosen.linksNeedSecondFactor())
                .put("requestLinkDays", chosen.requestLinkDays());
        if (settings.scheduled() == null) {
            body.putNull("scheduled");
        } else {
            body.set("scheduled", scheduled(settings.scheduled(), chosen));
        }
        return body.put("version", settings.version())
                .put("updatedAt", updatedAt == null ? null : Bodies.time(updatedAt))
                .put("updatedBy", settings.updatedBy());
    }

    /** Omits settings that stay as they are. */
    private static ObjectNode scheduled(ScheduledSettings scheduled, PortalSettings now) {
        PortalSettings later = scheduled.settings();
        ObjectNode body = Bodies.object().put("accessMode", later.accessMode().name());
        if (later.linksNeedSecondFactor() != now.linksNeedSecondFactor()) {
            body.put("linksNeedSecondFactor", later.linksNeedSecondFactor());
        }
        if (later.requestLinkDays() != now.requestLinkDays()) {
            body.put("requestLinkDays", later.requestLinkDays());
        }
        return body.put("effectiveFrom", Bodies.time(scheduled.effectiveFrom()));
    }

    private static ObjectNode body(SettingsPreview preview) {
        return Bodies.object()
                .put("contacts", preview.contacts())
                .put("accounts", preview.accounts())
                .put("enrolled", preview.enrolled())
                .put("wouldHaveToEnrol", preview.wouldHaveToEnrol())
                .put("wouldLoseLogin", preview.wouldLoseLogin())
                .put("undeliverable", preview.undeliverable());
    }

    private static ObjectNode plans(Plan plan, List<Plan> required) {
        ObjectNode members = Bodies.object().put("plan", plan.name());
        required.forEach(allowing -> members.withArray("requiredPlans").add(allowing.name()));
        return members;
    }
}
