package dev.parley.application.service.event;

import dev.parley.application.port.in.event.RenewEventEpochUseCase;
import dev.parley.application.port.out.event.EventEpochs;
import dev.parley.domain.event.EventEpoch;

public final class RenewEventEpochService implements RenewEventEpochUseCase {

    private final EventEpochs epochs;

    public RenewEventEpochService(EventEpochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public EventEpoch renew() {
        return epochs.renew();
    }
}
