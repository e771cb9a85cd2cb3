package dev.latchkey.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceAddressTest {

    @Test
    void ipv4Addresses_areCountedOneByOne() {
        assertThat(SourceAddress.key("192.0.2.1")).isNotEqualTo(SourceAddress.key("192.0.2.2"));
    }

    @Test
    void ipv6Addresses_areCountedByTheNetworkThatOneSubscriberHolds() {
        assertThat(SourceAddress.key("2001:db8:1:2::1"))
                .isEqualTo(SourceAddress.key("2001:0DB8:0001:0002:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(SourceAddress.key("2001:db8:1:3::1"));
    }

    @Test
    void whatIsNoAddress_isCountedAsItself_andMakesNoKeyPart() {
        assertThat(SourceAddress.key("a#b")).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(SourceAddress.key("a"));
        assertThat(SourceAddress.key("")).matches("[A-Za-z0-9_-]{22}");
    }
}
