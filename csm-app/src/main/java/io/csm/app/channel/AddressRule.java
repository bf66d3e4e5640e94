package io.csm.app.channel;

import java.net.InetAddress;

/**
 * Which addresses may be connected to. Checked when a name was looked up, and once more on the address that is connected
 * to, so that a name whose address changes in between leads nowhere else.
 *
 * @param allowsPrivate whether a network of one's own is allowed; never what is reserved
 * @param encrypted whether the connection is; one that is not may only stay in a network of one's own
 * @param setting the setting that allows a network of one's own
 */
record AddressRule(boolean allowsPrivate, boolean encrypted, String setting) {

    void check(String host, InetAddress address) throws AddressRefused {
        switch (AddressKind.of(address)) {
            case RESERVED ->
                throw new AddressRefused(host + " is at " + address.getHostAddress() + ", where no receiver may be");
            case PRIVATE -> {
                if (!allowsPrivate) {
                    throw new AddressRefused(host + " is at " + address.getHostAddress()
                            + ", which is an address of a private network; " + setting + ": true allows it");
                }
            }
            case PUBLIC -> {
                if (!encrypted) {
                    throw new AddressRefused(host + " is at " + address.getHostAddress()
                            + ", which is not in a private network, so its URL must begin with https://");
                }
            }
        }
    }
}
