package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An erased contact leaves nothing in the table that tells of a person, and takes nothing away from anybody else. */
class ErasureTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Erasing client = Erasing.client(firm, "c1");
    private final Portal portal = new Portal(firm);

    @Test
    void nothingThatWasKnownOfThePerson_isInTheTableAfterwards_andWhatHappenedAndWhenIs() {
        Owner owner = client.lives();
        Set<String> known = client.known();
        assertThat(known).hasSizeGreaterThan(35);
        List<String> types = AuditRows.types(world, firm);
        List<String> times = times();
        String session = owner.session().text("/session/id");
        assertThat(TableDump.of(world)).contains(session).contains(client.name() + " called");

        assertThat(client.erase(9).status()).isEqualTo(200);

        assertThat(Erasing.found(world, known)).isEmpty();
        assertThat(TableDump.of(world)).doesNotContain(session, client.name() + " called");
        assertThat(AuditRows.types(world, firm)).startsWith(types.toArray(String[]::new));
        assertThat(times()).startsWith(times.toArray(String[]::new)).hasSize(times.size() + 1);
        assertThat(firm.me(owner.session()).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(owner.session().text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(portal.logIn(client.email(), Portal.PASSWORD).code()).isEqualTo("invalid-credentials");
        assertThat(new Staff(firm).access("c1").code()).isEqualTo("not-found");
    }

    @Test
    void anAddressThatLeftTheContactBefore_leavesNothingEither() {
        client.lives();
        Set<String> known = client.known();
        firm.contact("c1", 2, TestFirm.address());
        assertThat(Erasing.found(world, known)).contains(client.email(), client.addressKey());
        client.erase(9);
        assertThat(Erasing.found(world, known)).isEmpty();
    }

    @Test
    void onTheTrail_onePseudonymStandsForThem_andForWhereTheyCameFrom_whileStaffStayNamed() {
        client.lives();
        client.erase(9);
        List<Map<String, AttributeValue>> lines = lines();
        Map<String, AttributeValue> last = lines.getLast();
        assertThat(text(last, "type")).isEqualTo("contact.erased");
        String pseudonym = texts(last, "contactIds").getFirst();
        assertThat(pseudonym).matches("erased-[A-Za-z0-9_-]{22}");
        assertThat(lines.subList(0, lines.size() - 1)).hasSizeGreaterThan(10).allSatisfy(line -> {
            assertThat(texts(line, "contactIds")).containsExactly(pseudonym);
            assertThat(line).containsKey("erasedAt").doesNotContainKey("address");
            boolean byStaff = text(line, "actorKind").equals("STAFF");
            assertThat(text(line, "actorId")).isEqualTo(byStaff ? "s1" : pseudonym);
            assertThat(text(line, "sourceIp")).isEqualTo(byStaff ? "127.0.0.1" : pseudonym);
        });
        assertThat(new Auditor(firm).all("contactId=" + pseudonym, 50)).hasSameSizeAs(lines);
        assertThat(AuditRows.of(firm, "temporary-code.issued")).containsExactly(Map.of("reason", pseudonym));
        assertThat(AuditRows.of(firm, "account.deactivated")).containsExactly(Map.of("change", "deactivated"));
        assertThat(AuditRows.of(firm, "sign-in.failed")).containsExactly(Map.of("reason", "wrong-password"));
    }

    @Test
    void repeats_andOlderEvents_changeNothing() {
        client.lives();
        client.erase(9);
        String after = firm.table();
        assertThat(client.erase(9).status()).isEqualTo(200);
        assertThat(client.erase(8).status()).isEqualTo(200);
        client.told(7);
        assertThat(firm.table()).isEqualTo(after);
    }

    @Test
    void anErasureThatIsOlderThanWhatIsKnown_isNone() {
        client.told(5);
        String before = firm.table();
        assertThat(client.erase(5).status()).isEqualTo(200);
        assertThat(firm.table()).isEqualTo(before);
    }

    @Test
    void whoComesBack_beginsAnew() {
        client.lives();
        client.erase(9);
        client.told(10);
        assertThat(portal.logIn(client.email(), Portal.PASSWORD).code()).isEqualTo("invalid-credentials");
        assertThat(new Staff(firm).access("c1").text("/status")).isEqualTo("NO_ACCOUNT");
        portal.accountByMail(client.email());
        assertThat(portal.logIn(client.email(), Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aContactThatSharesTheAddress_keepsItsAccount_andIsNotShownTheOtherAnyMore() {
        firm.contact("c2", 1, client.email());
        Owner owner = client.lives();
        client.erase(9);
        assertThat(firm.me(owner.session()).body().path("contacts").findValuesAsText("id"))
                .containsExactly("c2");
        assertThat(new SecondFactor(firm).challenge(client.email())).isNotEmpty();
        assertThat(new Staff(firm).access("c2").text()).doesNotContain(client.name(), "\"c1\"");
        assertThat(TableDump.of(world)).doesNotContain(client.name());
        assertThat(lines()).noneMatch(line -> texts(line, "contactIds").contains("c1"));
        assertThat(new Auditor(firm).all("contactId=c2", 50)).isNotEmpty();
        assertThat(AuditRows.of(firm, "sign-in.failed")).hasSize(1);
    }

    @Test
    void othersOfTheFirm_areLeftAsTheyAre() {
        Erasing other = Erasing.client(firm, "c11");
        other.lives();
        client.lives();
        List<String> known = Erasing.found(world, other.known());
        assertThat(known).hasSizeGreaterThan(35);
        String trail = new Auditor(firm).list("contactId=c11").text();
        client.erase(9);
        assertThat(Erasing.found(world, other.known())).isEqualTo(known);
        assertThat(new Auditor(firm).list("contactId=c11").text()).isEqualTo(trail);
    }

    @Test
    void aMailThatWaits_isOffTheOutbox_andOneThatWasOnItsWayOpensNothing() {
        world.fault("ses", "SendEmail", "ServiceUnavailable", 1_000, "before");
        firm.send("c1", "r1");
        firm.ask(client.email());
        portal.signUp(client.email());
        assertThat(TableDump.of(world, firm.id())).contains("outbox#");
        client.erase(9);
        assertThat(TableDump.of(world, firm.id())).doesNotContain(client.addressKey(), "outbox#");
        world.noFaults();
        assertThat(world.mailbox(client.email()))
                .filteredOn(Mail::isLink)
                .allSatisfy(
                        mail -> assertThat(firm.inspect(mail.token()).code()).isEqualTo("not-found"));
    }

    @Test
    void aTombstone_anOrphanedAddress_andAnEventOfTheTrail_haveTheirEnds_andWhatComesBackHasNone() {
        Instant now = world.server().clock().instant();
        Erasing other = Erasing.client(firm, "c2");
        firm.send("c2", "r1");
        firm.delete("c2", 2);
        assertThat(days(now, item("contact#c2", "contact"))).isEqualTo(90);
        assertThat(days(now, item("address#" + other.addressKey(), "address"))).isEqualTo(90);
        assertThat(days(now, lines().getLast())).isBetween(7 * 365L, 7 * 365L + 2);
        other.told(3);
        assertThat(item("contact#c2", "contact")).doesNotContainKey("ttl");
        assertThat(item("address#" + other.addressKey(), "address")).doesNotContainKey("ttl");
        client.erase(9);
        assertThat(days(now, item("contact#c1", "contact"))).isEqualTo(90);
        assertThat(item("contact#c1", "contact").keySet())
                .containsExactlyInAnyOrder(
                        "pk",
                        "sk",
                        "roll",
                        "version",
                        "revision",
                        "state",
                        "type",
                        "name",
                        "subject",
                        "emails",
                        "former",
                        "directoryFaults",
                        "ttl");
    }

    private Map<String, AttributeValue> item(String partition, String sort) {
        return TableDump.partition(world, firm.id() + "#" + partition).stream()
                .filter(item -> text(item, "sk").equals(sort))
                .findFirst()
                .orElseThrow();
    }

    private static long days(Instant from, Map<String, AttributeValue> item) {
        Instant end = Instant.ofEpochSecond(
                Long.parseLong(Objects.requireNonNull(item.get("ttl")).n()));
        return Duration.between(from.minusSeconds(1), end).toDays();
    }

    private List<Map<String, AttributeValue>> lines() {
        return TableDump.items(world, "begins_with(pk, :part)", firm.id() + "#audit#").stream()
                .sorted(Comparator.comparing(item -> text(item, "sk")))
                .toList();
    }

    private List<String> times() {
        return lines().stream().map(line -> text(line, "sk")).toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    private static List<String> texts(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? List.of() : value.ss();
    }
}
