package dev.latchkey.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of access modes in the documents is the one in the code. Where this fails it prints the table as it is. */
class AccessPolicyTest {

    private static final List<PortalSettings> COLUMNS = List.of(
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN, false, 30),
            new PortalSettings(AccessMode.MAGIC_LINK_ONLY, false, 30),
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN_2FA, false, 30),
            new PortalSettings(AccessMode.MAGIC_LINK_AND_LOGIN_2FA, true, 30));

    @Test
    void theDocumentPrintsTheTable() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "access-modes.md"));
        assertThat(text).contains(table());
    }

    @ParameterizedTest
    @EnumSource(AccessRequest.class)
    void whetherLinksNeedACode_countsInTheModeThatDemandsOneOnly(AccessRequest accessRequest) {
        for (AccessMode mode : List.of(AccessMode.MAGIC_LINK_AND_LOGIN, AccessMode.MAGIC_LINK_ONLY)) {
            for (AccountState client : AccountState.values()) {
                assertThat(AccessPolicy.of(new PortalSettings(mode, true, 30), accessRequest, client))
                        .isEqualTo(AccessPolicy.of(new PortalSettings(mode, false, 30), accessRequest, client));
            }
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                | what somebody comes with | who | login | links only | second factor | second factor, links too |
                |---|---|---|---|---|---|
                """);
        for (AccessRequest accessRequest : AccessRequest.values()) {
            rows(accessRequest)
                    .forEach((cells, clients) -> table.append("| ")
                            .append(accessRequest.value())
                            .append(" | ")
                            .append(who(clients))
                            .append(" | ")
                            .append(cells)
                            .append(" |\n"));
        }
        return table.toString();
    }

    /** Clients whose cells are the same share a row. */
    private static Map<String, List<AccountState>> rows(AccessRequest accessRequest) {
        return Stream.of(AccountState.values())
                .collect(Collectors.groupingBy(
                        client -> COLUMNS.stream()
                                .map(settings -> AccessPolicy.of(settings, accessRequest, client)
                                        .value())
                                .collect(Collectors.joining(" | ")),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String who(List<AccountState> clients) {
        return clients.size() == AccountState.values().length
                ? "everybody"
                : clients.stream().map(AccountState::value).collect(Collectors.joining(", "));
    }
}
