package io.csm.app.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowingAddressesTest {

    private static AddressKind kindOf(String address) throws UnknownHostException {
        return AddressKind.of(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8.8.8.8             | PUBLIC
            9.255.255.255       | PUBLIC
            10.0.0.0            | PRIVATE
            10.255.255.255      | PRIVATE
            11.0.0.0            | PUBLIC
            0.0.0.0             | RESERVED
            1.0.0.0             | PUBLIC
            100.63.255.255      | PUBLIC
            100.64.0.0          | PRIVATE
            100.127.255.255     | PRIVATE
            100.128.0.0         | PUBLIC
            100.100.100.200     | RESERVED
            126.255.255.255     | PUBLIC
            127.0.0.1           | PRIVATE
            127.255.255.255     | PRIVATE
            128.0.0.0           | PUBLIC
            169.253.255.255     | PUBLIC
            169.254.0.0         | RESERVED
            169.254.169.254     | RESERVED
            169.255.0.0         | PUBLIC
            172.15.255.255      | PUBLIC
            172.16.0.0          | PRIVATE
            172.31.255.255      | PRIVATE
            172.32.0.0          | PUBLIC
            192.167.255.255     | PUBLIC
            192.168.0.0         | PRIVATE
            192.168.255.255     | PRIVATE
            192.169.0.0         | PUBLIC
            198.17.255.255      | PUBLIC
            198.18.0.0          | RESERVED
            198.20.0.0          | PUBLIC
            223.255.255.255     | PUBLIC
            224.0.0.1           | RESERVED
            255.255.255.255     | RESERVED
            ::                  | RESERVED
            ::1                 | PRIVATE
            2606:4700::1        | PUBLIC
            fbff::1             | PUBLIC
            fc00::1             | PRIVATE
            fdff::1             | PRIVATE
            fd00:ec2::254       | RESERVED
            fe00::1             | PUBLIC
            fe80::1             | RESERVED
            fec0::1             | RESERVED
            ff02::1             | RESERVED
            ::ffff:10.0.0.1     | PRIVATE
            ::ffff:8.8.8.8      | PUBLIC
            ::10.0.0.1          | PRIVATE
            64:ff9b::a9fe:a9fe  | RESERVED
            64:ff9b::7f00:1     | PRIVATE
            64:ff9b::808:808    | PUBLIC
            2002:7f00:1::1      | PRIVATE
            2002:808:808::1     | PUBLIC
            2001:0:1::1         | RESERVED
            """)
    void tells_the_internet_from_networks_of_ones_own(String address, AddressKind kind) throws UnknownHostException {
        assertThat(kindOf(address)).isEqualTo(kind);
    }

    @Test
    void sees_through_an_address_that_is_mapped() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 127;

        InetAddress stillSix = Inet6Address.getByAddress("h", mapped, 0);

        assertThat(stillSix.getAddress()).hasSize(16);
        assertThat(AddressKind.of(stillSix)).isEqualTo(AddressKind.PRIVATE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8.8.8.8         | false | true  |
            8.8.8.8         | true  | true  |
            8.8.8.8         | true  | false | h is at 8.8.8.8, which is not in a private network, so its URL must begin with https://
            10.0.0.1        | true  | false |
            10.0.0.1        | true  | true  |
            10.0.0.1        | false | true  | h is at 10.0.0.1, which is an address of a private network; s: true allows it
            169.254.169.254 | true  | false | h is at 169.254.169.254, where no receiver may be
            """)
    void allows_what_the_settings_say(String address, boolean allowsPrivate, boolean encrypted, String refusal)
            throws UnknownHostException {
        AddressRule rule = new AddressRule(allowsPrivate, encrypted, "s");
        InetAddress where = InetAddress.getByName(address);

        if (refusal == null) {
            assertThatCode(() -> rule.check("h", where)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> rule.check("h", where)).hasMessage(refusal);
        }
    }
}
