package dev.parley.application.port.in.limit;

import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RequestKind;

/** Admits a request, or rejects it because its client has exceeded a rate limit. */
public interface AdmitRequestUseCase {

    PermitResults admit(RequestKind kind, Client client);
}
