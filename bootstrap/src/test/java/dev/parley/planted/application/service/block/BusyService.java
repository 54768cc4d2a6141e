package dev.parley.planted.application.service.block;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.service.user.WaveService;

@Breaks("05-services-do-not-call-services")
final class BusyService {

    private final WaveService waves;

    BusyService(WaveService waves) {
        this.waves = waves;
    }

    void busy() {
        waves.wave();
    }
}
