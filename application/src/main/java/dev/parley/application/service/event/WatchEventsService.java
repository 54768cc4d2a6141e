package dev.parley.application.service.event;

import dev.parley.application.port.in.event.WatchEventsUseCase;
import dev.parley.application.port.out.event.EventSignals;
import dev.parley.domain.user.UserId;

public final class WatchEventsService implements WatchEventsUseCase {

    private final EventSignals signals;

    public WatchEventsService(EventSignals signals) {
        this.signals = signals;
    }

    @Override
    public Watch watch(UserId user, Runnable onSignal) {
        return signals.subscribe(user, onSignal)::close;
    }
}
