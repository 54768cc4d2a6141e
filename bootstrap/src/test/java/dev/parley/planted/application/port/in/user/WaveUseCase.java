package dev.parley.planted.application.port.in.user;

import dev.parley.planted.Breaks;
import dev.parley.planted.application.service.user.WaveService;

@Breaks({"03-in-ports-stand-apart", "04-services-are-wired-only"})
public interface WaveUseCase {
    WaveService wave();
}
