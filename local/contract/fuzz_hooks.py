"""What schemathesis cannot make up: tokens that are good, and now and then an id or a secret that exists.

Without these nearly every call would end at 401 or 404, and the code behind would not be tried. `make fuzz-api` reads it.
"""

import base64
import hashlib
import hmac
import os
import random
import re
import time
import uuid
from datetime import datetime, timedelta, timezone

import requests
import schemathesis
from schemathesis.core import NOT_SET
from schemathesis.generation import GenerationMode

API = os.environ["LATCHKEY_API"]
ORIGIN = os.environ["LATCHKEY_ORIGIN"]
FIRM = "acme"
CONTACTS = ["c1", "c2", "c4", "o1", "c0", "g1", "nobody"]
ROLES = ["portal:admin"] * 8 + ["portal:support", "portal:read"]
PASSWORD = "wombats dig at midnight"
CHANGE = {"currentPassword": PASSWORD, "newPassword": "herons sleep on one leg"}
CHANCE = random.Random(int(os.environ["LATCHKEY_FUZZ_SEED"]))


def call(method, path, body=None, bearer=None, **headers):
    if bearer:
        headers["Authorization"] = f"Bearer {bearer}"
    return requests.request(method, API + path, json=body, headers=headers, timeout=60)


def done(reply):
    reply.raise_for_status()
    return reply.json() if reply.text else {}


def staff(firm, role="portal:admin"):
    return done(call("POST", "/_local/staff-tokens", {"firmId": firm, "sub": "fuzz", "roles": [role]}))["token"]


def tell(kind, **detail):
    event = {"version": "0", "id": str(uuid.uuid4()), "source": "practice", "detail-type": kind, "detail": detail}
    done(call("POST", "/_local/events", event))


def totp(secret):
    """RFC 6238, of this half minute."""
    mac = hmac.new(base64.b32decode(secret), int(time.time() // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    at = mac[19] & 15
    return f"{(int.from_bytes(mac[at : at + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


class Client:
    """A contact of a firm of their own."""

    def __init__(self):
        self.firm = "f" + uuid.uuid4().hex[:12]
        self.address = f"{self.firm}@example.com"
        self.contact = f"/v1/firms/{self.firm}/contacts/c1"
        self.admin = staff(self.firm)
        tell("firm.upserted", firmId=self.firm, version=1, name="Fuzz & Co", plan="ENTERPRISE")
        tell("contact.upserted", firmId=self.firm, contactId="c1", version=1, type="PERSON", name="Client",
             emails=[self.address], archived=False)

    def invitation(self):
        done(call("POST", self.contact + "/portal-access/invite", {}, self.admin))
        return {"token": self.mailed("set-up"), "password": PASSWORD}

    def with_account(self):
        self.known = done(call("POST", "/v1/accounts/set-up", self.invitation()))
        return self

    def with_app(self):
        """From here on the firm demands a second factor, so that each login is a challenge."""
        mode = {"accessMode": "MAGIC_LINK_AND_LOGIN_2FA"}
        done(call("PUT", f"/v1/firms/{self.firm}/portal-settings", mode, self.admin, **{"If-Match": "0"}))
        self.log_in()
        self.secret = done(call("POST", "/v1/totp/enroll", {}, self.known["challenge"]))["secret"]
        code = {"code": totp(self.secret)}
        self.codes = done(call("POST", "/v1/totp/verify", code, self.known["challenge"]))["recoveryCodes"]
        self.log_in()
        return self

    def mailed(self, kind):
        """The token of the newest mail of this kind, once it is there."""
        for _ in range(600):
            for mail in done(call("GET", f"/_local/mailbox?to={self.address}")):
                found = re.search(rf"#{kind}=([A-Za-z0-9._~-]+)", mail["text"])
                if found:
                    return found.group(1)
            time.sleep(0.1)
        raise RuntimeError(f"no mail came to {self.address}")

    def log_in(self):
        self.known = done(call("POST", f"/v1/firms/{self.firm}/login", self.credentials()))

    def credentials(self):
        return {"email": self.address, "password": PASSWORD}

    def session(self):
        if call("GET", "/v1/me", bearer=self.known["accessToken"]).status_code != 200:
            self.log_in()
        return self.known["accessToken"]

    def link(self):
        done(call("POST", self.contact + "/magic-links", {"requestId": f"r{CHANCE.randrange(10**9)}"}, self.admin))
        return {"token": self.mailed("link"), "deviceSecret": "A" * 43}


PEOPLE = {}


def client(has_app=False):
    """Made anew where the last one can't get in any more: another password was chosen, or a limit holds them."""
    try:
        someone = PEOPLE[has_app]
        someone.log_in() if has_app else someone.session()
    except (KeyError, requests.HTTPError):
        someone = Client().with_account()
        PEOPLE[has_app] = someone.with_app() if has_app else someone
    return PEOPLE[has_app]


def bearer(operation, body):
    ways = {name for way in operation.get("security", []) for name in way}
    if "staff" in ways:
        return staff(FIRM, CHANCE.choice(ROLES))
    # What the body of an enrolment has to be depends on the bearer, which a schema can't say
    by_challenge = not body if operation["operationId"] == "enrollTotp" else CHANCE.random() < 0.6
    if "challenge" in ways and ("session" not in ways or by_challenge):
        return client(has_app=True).known["challenge"]
    return client().session() if "session" in ways else None


@schemathesis.auth(refresh_interval=None)
class Bearers:
    """One token a call: what a call ends (a session, a login) is begun anew for the next."""

    def get(self, case, context):
        return bearer(case.operation.definition.raw, case.body)

    def set(self, case, data, context):
        if data:
            case.headers["Authorization"] = f"Bearer {data}"


def reset(someone):
    done(call("POST", f"/v1/firms/{someone.firm}/password/forgot", {"email": someone.address}))
    return {"body": {"token": someone.mailed("reset"), "password": PASSWORD}}


def of_app(field, value):
    someone = client(has_app=True)
    return {"bearer": someone.known["challenge"], "body": {field: value(someone)}}


def by_staff(**body):
    """A repair of a client who has an account, which those in the seed have not."""
    someone = client()
    return {"path": {"firmId": someone.firm, "contactId": "c1"}, "bearer": someone.admin, "body": body}


# A call that succeeds, for operations where nobody hits upon one by chance
REAL = {
    "logIn": lambda: {"path": {"firmId": client().firm}, "body": client().credentials()},
    "inspectSetUpLink": lambda: {"body": {"token": Client().invitation()["token"]}},
    "renewSetUpLink": lambda: {"body": {"token": Client().invitation()["token"]}},
    "setUpAccount": lambda: {"body": Client().invitation()},
    "resetPassword": lambda: reset(client()),
    "changePassword": lambda: {"bearer": client().session(), "body": CHANGE},
    "inspectMagicLink": lambda: {"body": {"token": Client().link()["token"]}},
    "redeemMagicLink": lambda: {"body": Client().link()},
    "refreshSession": lambda: client().session() and {"body": {"refreshToken": client().known["refreshToken"]}},
    "verifyTotp": lambda: of_app("code", lambda someone: totp(someone.secret)),
    "verifyRecoveryCode": lambda: of_app("recoveryCode", lambda someone: someone.codes.pop()),
    "enrollTotp": lambda: {"bearer": client().session(), "body": {"password": PASSWORD}},
    "endSession": lambda: {"path": {"sessionId": client().known["session"]["id"]}, "bearer": client().session()},
    "deactivateAccount": by_staff,
    "reactivateAccount": by_staff,
    "unlockAccount": by_staff,
    "resetSecondFactor": lambda: by_staff(reason="lost the phone"),
}


def real(operation):
    """By new people where the last ones have used up what they had."""
    try:
        return REAL[operation]()
    except (requests.HTTPError, IndexError):
        PEOPLE.clear()
        return REAL[operation]()


@schemathesis.hook
def before_call(context, case, kwargs):
    """Some of the calls that are meant well get what exists. Whatever is wrong on purpose stays wrong."""
    if not case.meta or case.meta.generation.mode != GenerationMode.POSITIVE:
        return
    operation = case.operation.definition.raw["operationId"]
    if "firmId" in case.path_parameters and CHANCE.random() < 0.9:
        case.path_parameters["firmId"] = FIRM
    if "contactId" in case.path_parameters and CHANCE.random() < 0.9:
        case.path_parameters["contactId"] = CHANCE.choice(CONTACTS)
    made_up(case.query)
    made_up(case.body)
    if operation in ("refreshSession", "logout"):
        one_token(case, in_cookie=case.headers.get("Latchkey-Refresh") == "cookie")
    if operation in REAL and CHANCE.random() < 0.2:
        put(case, real(operation))


def made_up(values):
    """Mends what no schema describes: cursors are given out, times must be soon, and of an address parts are limited."""
    if isinstance(values, dict):
        values.pop("cursor", None)
        if "effectiveFrom" in values:
            soon = datetime.now(timezone.utc) + timedelta(days=CHANCE.randint(1, 89))
            values["effectiveFrom"] = soon.isoformat(timespec="milliseconds")
        local, _, host = str(values.get("email", "")).strip(" \t").partition("@")
        if len(local) > 64 or len(local + host) > 253:
            values["email"] = "c4.work@example.com"


def one_token(case, in_cookie):
    """Either body or bearer, or the cookie from a page of the portal: which a schema can't say."""
    if case.body is not NOT_SET or not in_cookie and "Authorization" in case.headers:
        case.headers.pop("Latchkey-Refresh", None)
        return
    case.headers.pop("Authorization", None)
    case.headers["Latchkey-Refresh"] = "cookie"
    case.headers["Origin"] = CHANCE.choice([ORIGIN, ORIGIN, "https://evil.test"])
    client().session()
    case.cookies["__Host-latchkey-refresh"] = client().known["refreshToken"]


def put(case, good):
    case.path_parameters.update(good.get("path", {}))
    if "body" in good:
        case.headers.pop("Latchkey-Refresh", None)
        case.body = good["body"]
    if "bearer" in good and "Authorization" in case.headers:
        case.headers["Authorization"] = f"Bearer {good['bearer']}"
