package dev.parley.planted.adapters.rest;

import dev.parley.planted.Breaks;

@Breaks("09-use-cases-are-in-ports")
public interface HiddenUseCase {

    @Breaks("09-services-are-in-service")
    final class HiddenService implements HiddenUseCase {}
}
