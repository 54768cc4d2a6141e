package dev.parley.domain.limit;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rate limits of login attempts, counted over all nodes together.
 *
 * @param account limit per name, for each network separately, and for all unknown networks together
 * @param network limit per network, whatever the names; a site has {@link Network#SITE_SHARE} times as much
 * @param backOff the wait after failures of one name from one network
 */
public record LoginRates(RateLimit account, RateLimit network, BackOff backOff) {

    /**
     * The permits that an attempt needs. An attempt from an unknown network also needs a permit that all unknown networks
     * share for this name. So an attacker cannot lock users out of the networks where they are logged in.
     *
     * @param name as typed, whether or not it is the name of a user
     * @param isKnown whether the account has an open session from this network
     */
    public List<NeededPermit> permits(String name, Network network, boolean isKnown) {
        Stream<NeededPermit> own = Stream.concat(
                network.permits(this.network).stream(),
                Stream.of(new NeededPermit(account, LimitKey.ofName(name, network))));
        Stream<NeededPermit> shared =
                isKnown ? Stream.empty() : Stream.of(new NeededPermit(account, LimitKey.ofName(name)));
        return Stream.concat(own, shared).toList();
    }
}
