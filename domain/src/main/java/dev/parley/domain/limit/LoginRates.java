package dev.parley.domain.limit;

import java.util.List;
import java.util.stream.Stream;

/**
 * How often logins may be tried, over all nodes together.
 *
 * @param account for one name: from one network that is known to it, and from all others together
 * @param network for one network, and times its share for a site, whatever the names
 * @param backOff after failures of one name from one network
 */
public record LoginRates(RateLimit account, RateLimit network, BackOff backOff) {

    /**
     * What an attempt claims. A stranger also claims of what all strangers have of this name, and whoever comes from a
     * network where the account is in use does not: strangers can use up what strangers have, and keep nobody out who was in.
     *
     * @param name as it was typed, whether or not it is anybody's
     * @param isKnown whether the account has an open session from this network
     */
    public List<Claim> claims(String name, Network network, boolean isKnown) {
        Stream<Claim> own = Stream.concat(
                network.claims(this.network).stream(), Stream.of(new Claim(account, LimitKey.ofName(name, network))));
        Stream<Claim> ofStrangers = isKnown ? Stream.empty() : Stream.of(new Claim(account, LimitKey.ofName(name)));
        return Stream.concat(own, ofStrangers).toList();
    }
}
