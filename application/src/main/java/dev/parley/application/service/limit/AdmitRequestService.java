package dev.parley.application.service.limit;

import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.PermitResults;
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
    public PermitResults admit(RequestKind kind, Client client) {
        RateLimit rate = rates.of(kind);
        return switch (client) {
            case Client.User(long id) -> PermitResults.of(limits.take(new NeededPermit(rate, LimitKey.ofUser(id))));
            case Client.Anonymous(Network network) -> limits.take(network.permits(rate));
        };
    }
}
