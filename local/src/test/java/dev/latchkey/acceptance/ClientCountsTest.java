package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.acceptance.SecondFactor.Owner;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.firm.FirmId;
import dev.latchkey.report.ClientCounts;
import dev.latchkey.report.CountClients;
import dev.latchkey.store.StoreUnavailable;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A firm's clients are counted, each once, and nobody who is none of them. */
class ClientCountsTest {

    private static final Set<String> ON_THE_ROLL =
            Set.of("contact", "last-link", "address", "account", "authenticator", "invitation");
    private static final int TENS = 250;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);

    @Test
    void aFirmWithoutClients_isAllZeros() {
        assertThat(counts(world.firm())).isEqualTo(new ClientCounts(0, 0, 0, 0));
    }

    @Test
    void anAccountIsCounted_onceItsPasswordIsChosen() {
        firm.contact("c2", 1, TestFirm.address()).contact("c3", 1);
        portal.invite("c2", null);
        String token = portal.setUpToken(address);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(3, 0, 0, 0));
        assertThat(portal.setUp(token, Portal.PASSWORD).status()).isEqualTo(201);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(3, 1, 0, 0));
    }

    @Test
    void anAddressOnSeveralContacts_isOneAccount_inWhateverCaseItIsSpelled() {
        codes.enrolled(address);
        firm.contact("o1", 1, address.toUpperCase(Locale.ROOT), TestFirm.address());
        firm.bounced(firm.mailed("c1", "r1"));
        assertThat(counts(firm)).isEqualTo(new ClientCounts(2, 1, 1, 1));
    }

    @Test
    void aContactWithTwoAccounts_isOneContact() {
        String second = TestFirm.address();
        firm.contact("c1", 2, address, second);
        portal.account(address);
        portal.account(second);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 2, 0, 0));
    }

    @Test
    void whoIsArchivedOrDeleted_isNotCounted_untilTheyAreBack() {
        codes.enrolled(address);
        firm.bounced(firm.mailed("c1", "r1"));
        firm.contact("c2", 1, TestFirm.address());
        ClientCounts all = new ClientCounts(2, 1, 1, 1);
        ClientCounts without = new ClientCounts(1, 0, 0, 0);
        assertThat(counts(firm)).isEqualTo(all);
        firm.contact("c1", 2, true, address);
        assertThat(counts(firm)).isEqualTo(without);
        firm.contact("c1", 3, address);
        assertThat(counts(firm)).isEqualTo(all);
        firm.delete("c1", 4);
        assertThat(counts(firm)).isEqualTo(without);
        firm.contact("c1", 5, address);
        assertThat(counts(firm)).isEqualTo(all);
    }

    @Test
    void anAccountWhoseAddressIsOffItsContact_isNotCounted_untilItIsBack() {
        codes.enrolled(address);
        firm.contact("c1", 2, TestFirm.address());
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 0, 0, 0));
        firm.contact("o1", 1, address);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(2, 1, 1, 0));
    }

    @Test
    void aDeactivatedAccount_isNone_thoughItsContactIsOne() {
        codes.enrolled(address);
        firm.deactivated(address);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 0, 0, 0));
    }

    @Test
    void anAddressWhoseMailComesBack_isUndeliverable_withAnAccountOrWithout_untilStaffClearIt() {
        firm.contact("c2", 1, TestFirm.address());
        portal.account(address);
        firm.bounced(firm.mailed("c1", "r1"));
        firm.bounced(firm.mailed("c2", "r1"));
        assertThat(counts(firm)).isEqualTo(new ClientCounts(2, 1, 0, 2));
        String path = "/v1/firms/" + firm.id() + "/contacts/c2/portal-access/resume-mail";
        world.api().post(path, Map.of(), "Authorization", firm.staff("portal:support"));
        assertThat(counts(firm)).isEqualTo(new ClientCounts(2, 1, 0, 1));
    }

    @Test
    void anAppIsCounted_fromItsFirstCodeUntilItIsRemovedOrReset() {
        Answer session = portal.account(address);
        App app = App.of(world, codes.enroll(access(session), Portal.PASSWORD, null))
                .settled();
        assertThat(counts(firm).enrolled()).isZero();
        Answer confirmed = codes.verify(access(session), app.code(-1));
        assertThat(counts(firm).enrolled()).isOne();
        Answer removed = codes.remove(confirmed, Portal.PASSWORD, app.code());
        assertThat(removed.status()).as(removed.text()).isLessThan(300);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 1, 0, 0));
    }

    @Test
    void anAppInThePlaceOfAnother_isOne_andNoneAfterAReset() {
        Owner owner = codes.enrolled(address);
        String old = access(owner.session());
        App next = App.of(world, codes.enroll(old, Portal.PASSWORD, owner.app().code()));
        assertThat(codes.verify(old, next.code()).status()).isEqualTo(200);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 1, 1, 0));
        assertThat(new Staff(firm).reset("c1", null).status()).isEqualTo(200);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 1, 0, 0));
    }

    @Test
    void anotherFirmsClients_areNeverCounted_whateverTheFirmsAreCalled() {
        TestFirm longer = new TestFirm(world, firm.id() + "2");
        world.event("firm.upserted", Map.of("firmId", longer.id(), "version", 1, "name", "Longer", "plan", "BUSINESS"));
        longer.contact("c1", 1, address).contact("c2", 1, TestFirm.address());
        new Portal(longer).account(address);
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 0, 0, 0));
        assertThat(counts(longer)).isEqualTo(new ClientCounts(2, 1, 0, 0));
    }

    @Test
    void whatIsCountedOrReported_isOnTheRollOfItsFirm_andNothingElseIs() {
        codes.enrolled(address);
        firm.mailed("c1", "r1");
        String next = TestFirm.address();
        firm.contact("c1", 2, next);
        portal.invite("c1", null);
        firm.guessed(next, 99);
        portal.logIn(next, "a password that is wrong");
        firm.settled();
        var items = TableDump.items(world, "begins_with(pk, :part)", firm.id() + "#");
        assertThat(items).filteredOn(ClientCountsTest::isOfTheKinds).hasSize(8);
        assertThat(items).allSatisfy(item -> {
            String roll = isOfTheKinds(item) ? firm.id() + "#roll" : null;
            assertThat(item.get(ClientIndex.INDEX)).isEqualTo(roll == null ? null : AttributeValue.fromS(roll));
        });
    }

    @Test
    void thousandsOfContacts_areCountedRight_overSeveralPages() {
        World apart = World.with(Map.of("LATCHKEY_SEED", "none"));
        FirmId large = new FirmId("large");
        Roster.write(apart, large, TENS);
        int before = queries(apart);
        ClientCounts counts = taker(apart).of(large);
        assertThat(queries(apart) - before).isBetween(3, 6);
        ClientCounts ten = Roster.OF_TEN;
        assertThat(counts)
                .isEqualTo(new ClientCounts(
                        TENS * ten.contacts(),
                        TENS * ten.accounts(),
                        TENS * ten.enrolled(),
                        TENS * ten.undeliverable()));
    }

    @Test
    void anOutage_isOne_andNoCountOfWhatWasReadSoFar() {
        world.fault("dynamodb", "Query", "InternalServerError", 20, "before");
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> counts(firm));
        world.noFaults();
        assertThat(counts(firm)).isEqualTo(new ClientCounts(1, 0, 0, 0));
    }

    private static ClientCounts counts(TestFirm firm) {
        return taker(firm.world()).of(new FirmId(firm.id()));
    }

    private static boolean isOfTheKinds(Map<String, AttributeValue> item) {
        String kind = Objects.requireNonNull(item.get("sk")).s();
        boolean locks =
                kind.equals("tries#password") && AttributeValue.fromN("100").equals(item.get("taken"));
        return locks || ON_THE_ROLL.contains(kind);
    }

    private static int queries(World world) {
        return world.calls().at("/dynamodb/Query").asInt();
    }

    private static CountClients taker(World world) {
        return new CountClients(TableHand.table(world.aws(), "local"));
    }
}
