package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RequestKind;

/** Counts requests that were refused because their client asked for too much. */
public final class MeteredAdmission implements AdmitRequestUseCase {

    private final AdmitRequestUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredAdmission(AdmitRequestUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public Quotas admit(RequestKind kind, Client client) {
        Quotas quotas = delegate.admit(kind, client);
        if (!quotas.areGranted()) {
            metrics.limited(quotas);
        }
        return quotas;
    }
}
