package dev.parley.application.service.limit;

import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.domain.limit.Claim;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.limit.RequestRates;

public final class AdmitRequestService implements AdmitRequestUseCase {

    private final NodeLimits limits;
    private final RequestRates rates;

    public AdmitRequestService(NodeLimits limits, RequestRates rates) {
        this.limits = limits;
        this.rates = rates;
    }

    @Override
    public Quotas admit(RequestKind kind, Client client) {
        RateLimit rate = rates.of(kind);
        return switch (client) {
            case Client.User(long id) -> Quotas.of(limits.claim(new Claim(rate, LimitKey.ofUser(id))));
            case Client.Stranger(Network network) -> limits.claim(network.claims(rate));
        };
    }
}
