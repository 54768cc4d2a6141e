package dev.parley.bootstrap.architecture;

/** The parts of the hexagon. Each is a package below the root, with its subpackages. */
enum Part {
    DOMAIN("domain"),
    APPLICATION("application"),
    PORT_IN("application.port.in"),
    PORT_OUT("application.port.out"),
    SERVICE("application.service"),
    REST("adapters.rest"),
    PERSISTENCE("adapters.persistence"),
    LOG_STORE("adapters.persistence.activitylog"),
    BOOTSTRAP("bootstrap");

    private final String place;

    Part(String place) {
        this.place = place;
    }

    String place() {
        return place;
    }
}
