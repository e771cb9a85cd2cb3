package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The report as a workbook: what its cells are, what they never are, and who is told that it was given out. */
class AccessWorkbookTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final Reports reports = new Reports(firm);

    @Test
    void theNamesOfTheColumns_areThoseOfTheOtherFile_stayInSight_andCanBeFilteredBy() {
        firm.contact("c1", 1).contact("c2", 1);
        String columns = reports.csv("").text().lines().findFirst().orElseThrow();
        assertThat(SheetReader.text(reports.workbook("")).lines().findFirst()).contains(columns.replace(',', '\t'));
        SheetReader.of(reports.workbook(""), sheet -> {
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isZero();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:N3");
            return sheet;
        });
        assertThat(SheetReader.rows(new Reports(world.firm()).workbook(""))).isEmpty();
    }

    @Test
    void timesAreDatesOfUtc_toTheMillisecond_numbersAreNumbers_andWhatIsNotIsNoCell() {
        String email = TestFirm.address();
        firm.contact("c1", 1, email).contact("c2", 1);
        new Portal(firm).account(email);
        new Portal(firm).logIn(email, Portal.PASSWORD);
        Instant login = Instant.parse("2027-03-28T01:59:59.987Z");
        TableHand.set(
                world,
                AccountItem.key(new FirmId(firm.id()), Principal.of(new FirmId(firm.id()), new Email(email))),
                "lastLoginAt",
                AttributeValue.fromN(Long.toString(login.toEpochMilli())));
        List<Map<String, Object>> rows = SheetReader.rows(reports.workbook(""));
        assertThat(rows.getFirst())
                .containsEntry("last_login_at", login)
                .containsEntry("shared_with_count", 0)
                .containsEntry("totp_enrolled", false)
                .containsEntry("portal_email", email);
        assertThat(rows.getLast())
                .containsOnlyKeys(
                        "contact_id",
                        "contact_type",
                        "contact_name",
                        "status",
                        "shared_with_count",
                        "totp_enrolled",
                        "recovery_codes_left",
                        "undeliverable");
        SheetReader.of(reports.workbook(""), sheet -> {
            assertThat(sheet.getRow(1).getCell(9).getCellStyle().getDataFormatString())
                    .isEqualTo("yyyy-mm-dd hh:mm:ss");
            return sheet;
        });
    }

    @Test
    void aName_isATextAndItself_whateverItLooksLike() {
        List<String> names = List.of(
                "=1+1",
                "=HYPERLINK(\"https://example.com\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\uFF1D1",
                "'=1",
                "Weiss;=1+1;x",
                "Ann;=cmd|' /C calc'!A0;",
                "a|=1+1",
                "007",
                "1e5",
                "2027-01-01",
                "true",
                "Smith & <Jo> \"x\" ]]>",
                "_x0041_",
                "_x005F_x0041_",
                "_x000d_b_xZZZZ_",
                "\uD83D\uDE00 \u4E2D");
        WrittenContacts.write(firm, names);
        byte[] file = reports.workbook("");
        assertThat(SheetReader.rows(file))
                .extracting(row -> row.get("contact_name"))
                .isEqualTo(names);
        assertThat(SheetReader.<List<CellType>>of(file, SheetReader::types))
                .containsExactly(CellType.NUMERIC, CellType.STRING, CellType.BOOLEAN);
    }

    @Test
    void anIdOfDigits_keepsItsZeros() {
        firm.contact("00123", 1);
        assertThat(SheetReader.rows(reports.workbook("")).getFirst()).containsEntry("contact_id", "00123");
    }

    /** None of an event has one; the table might be from before, and the workbook has to be opened all the same. */
    @Test
    void whatXmlCannotHold_isLeftOut() {
        WrittenContacts.write(firm, List.of("a\u0000b\u0001c\u001Fd\uFFFEe\uFFFFf"));
        assertThat(SheetReader.rows(reports.workbook("")).getFirst()).containsEntry("contact_name", "abcdef");
    }

    @Test
    void moreRowsThanAreWrittenAtOnce_areAllThere_inTheirOrder() {
        List<String> names =
                IntStream.range(0, 205).mapToObj(number -> "Client " + number).toList();
        WrittenContacts.write(firm, names);
        assertThat(SheetReader.rows(reports.workbook("")))
                .extracting(row -> row.get("contact_name"))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%s|workbook",
                "application/*|list",
                "%s, text/csv|csv",
                "%s, text/csv;q=0.9|workbook",
                "text/csv;q=0.8, %s;q=0.9, application/json;q=0.7|workbook",
                "%s;q=0.9, */*|list",
                "%s;q=0, text/csv;q=0.1|csv",
                "%s;q=0|list",
                "text/csv;q=0.5, */*;q=0.1|csv"
            })
    void whatIsWantedMost_isGiven(String accept, String given) {
        HttpResponse<byte[]> reply = reports.bytes("", accept.formatted(Reports.WORKBOOK), "identity");
        assertThat(reply.headers().firstValue("content-type"))
                .contains(
                        switch (given) {
                            case "workbook" -> Reports.WORKBOOK;
                            case "csv" -> "text/csv; charset=utf-8";
                            default -> "application/json";
                        });
    }

    @Test
    void itIsPackedOnceMoreWhereThatIsTaken_andTheSame() throws Exception {
        firm.contact("c1", 1, TestFirm.address());
        HttpResponse<byte[]> packed = reports.bytes("", Reports.WORKBOOK, "gzip");
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(SheetReader.rows(Reports.unpacked(packed.body()))).isEqualTo(SheetReader.rows(reports.workbook("")));
    }

    @Test
    void whoWasGivenIt_isOnTheTrail_andOnlyAdministratorsAreGivenIt() {
        firm.contact("c1", 1, TestFirm.address()).contact("c2", 1);
        reports.workbook("");
        reports.workbook("status=ACTIVE&bom=true");
        for (String role : List.of("portal:read", "portal:support")) {
            assertThat(reports.listAs(firm.staff(role), "", "Accept", Reports.WORKBOOK)
                            .code())
                    .isEqualTo("forbidden");
        }
        String stranger = world.firm().staff("portal:admin");
        assertThat(reports.listAs(stranger, "", "Accept", Reports.WORKBOOK).code())
                .isEqualTo("not-found");
        assertThat(new Reports(new TestFirm(world, firm.id() + "x"))
                        .listAs(firm.staff("portal:admin"), "", "Accept", Reports.WORKBOOK)
                        .code())
                .isEqualTo("not-found");
        assertThat(AuditRows.of(firm, "report.exported"))
                .containsExactly(Map.of("contacts", "2"), Map.of("contacts", "0", "status", "ACTIVE"));
    }

    @Test
    void whereTheTrailCannotBeWritten_nothingIsHandedOut() {
        firm.contact("c1", 1);
        world.fault("dynamodb", "PutItem", "InternalServerError", 20, "before");
        Answer refused = reports.listAs(firm.staff("portal:admin"), "", "Accept", Reports.WORKBOOK);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).doesNotContain("contact_id");
    }

    /** Names are longer here than the directory's may be, so that few contacts are too many. */
    @Test
    void aReportThatNoReplyHolds_isRefused_saysWhatHelps_andIsOnNoTrail() {
        Random random = new Random(1);
        byte[] some = new byte[22_500];
        WrittenContacts.write(
                firm,
                IntStream.range(0, 220)
                        .mapToObj(number -> {
                            random.nextBytes(some);
                            return Base64.getEncoder().encodeToString(some);
                        })
                        .toList());
        for (String accept : List.of("text/csv", Reports.WORKBOOK)) {
            assertThat(refusal(accept, "identity")).startsWith("Accept-Encoding must have gzip");
        }
        assertThat(refusal(Reports.WORKBOOK, "gzip"))
                .startsWith("status must be given: the workbook of all")
                .contains("text/csv");
        assertThat(AuditRows.of(firm, "report.exported")).isEmpty();
        assertThat(reports.bytes("status=ACTIVE", Reports.WORKBOOK, "identity").statusCode())
                .isEqualTo(200);
    }

    private String refusal(String accept, String coding) {
        Answer refused = reports.listAs(firm.staff("portal:admin"), "", "Accept", accept, "Accept-Encoding", coding);
        assertThat(refused.status()).isEqualTo(400);
        return refused.text("/errors/0/field") + " " + refused.text("/errors/0/message");
    }
}
