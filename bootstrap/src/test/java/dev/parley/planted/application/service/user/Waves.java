package dev.parley.planted.application.service.user;

import dev.parley.planted.Breaks;

@Breaks("09-service-holds-services")
final class Waves {}
