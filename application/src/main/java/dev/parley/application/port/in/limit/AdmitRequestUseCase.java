package dev.parley.application.port.in.limit;

import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RequestKind;

/** Lets a request in, or does not because its client asks for too much. */
public interface AdmitRequestUseCase {

    Quotas admit(RequestKind kind, Client client);
}
