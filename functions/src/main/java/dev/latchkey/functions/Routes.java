package dev.latchkey.functions;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The methods and paths that the API knows. The routes themselves stand in template.yaml; this list is held to them by a
 * test, and lets the default route tell "no such path" from "not that method".
 */
final class Routes {

    static final List<String> KNOWN = List.of(
            "GET /v1/firms/{firmId}/audit-events",
            "GET /v1/firms/{firmId}/portal-access",
            "POST /v1/firms/{firmId}/portal-access/invitations",
            "GET /v1/firms/{firmId}/portal-settings",
            "PUT /v1/firms/{firmId}/portal-settings",
            "POST /v1/firms/{firmId}/portal-settings/preview",
            "POST /v1/firms/{firmId}/contacts/{contactId}/magic-links",
            "POST /v1/firms/{firmId}/contacts/{contactId}/portal-access/resume-mail",
            "POST /v1/firms/{firmId}/contacts/{contactId}/portal-access/invite",
            "GET /v1/firms/{firmId}/contacts/{contactId}/portal-access",
            "POST /v1/firms/{firmId}/contacts/{contactId}/portal-access/deactivate",
            "POST /v1/firms/{firmId}/contacts/{contactId}/portal-access/reactivate",
            "POST /v1/firms/{firmId}/contacts/{contactId}/portal-access/reset",
            "POST /v1/firms/{firmId}/contacts/{contactId}/portal-access/unlock",
            "POST /v1/firms/{firmId}/contacts/{contactId}/portal-access/temporary-code",
            "POST /v1/firms/{firmId}/magic-links",
            "POST /v1/magic-links/inspect",
            "POST /v1/magic-links/redeem",
            "POST /v1/magic-links/renew",
            "POST /v1/firms/{firmId}/accounts",
            "POST /v1/accounts/set-up",
            "POST /v1/firms/{firmId}/login",
            "POST /v1/firms/{firmId}/password/forgot",
            "POST /v1/password/reset",
            "PUT /v1/password",
            "POST /v1/totp/enroll",
            "POST /v1/totp/verify",
            "DELETE /v1/totp",
            "POST /v1/recovery-codes",
            "POST /v1/recovery-codes/verify",
            "GET /v1/sessions",
            "DELETE /v1/sessions",
            "DELETE /v1/sessions/{sessionId}",
            "POST /v1/sessions/refresh",
            "POST /v1/logout",
            "GET /v1/me",
            "GET /.well-known/jwks.json",
            "GET /.well-known/openid-configuration");

    private record Route(String method, Pattern path) {}

    private static final List<Route> ROUTES = KNOWN.stream().map(Routes::route).toList();

    private Routes() {}

    /** The methods that a path takes; none where there is no such path. */
    static List<String> methodsOf(String path) {
        return ROUTES.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::method)
                .sorted()
                .toList();
    }

    private static Route route(String known) {
        String[] parts = known.split(" ", 2);
        String pattern = parts[1].replace(".", "\\.").replaceAll("\\{[A-Za-z]+}", "[^/]+");
        return new Route(parts[0], Pattern.compile(pattern));
    }
}
