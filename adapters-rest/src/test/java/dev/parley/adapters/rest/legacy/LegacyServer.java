package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;

/** Requests that many tests of the legacy API send. */
record LegacyServer(RawHttp http) {

    static final String PASSWORD = "specialPassword";

    static LegacyServer at(RestServer server) {
        return new LegacyServer(new RawHttp(server.base()));
    }

    Answer get(String path, String token) {
        return http.send(Request.of("GET", path).as(token));
    }

    Answer post(String path, String json) {
        return http.send(Request.of("POST", path).json(json));
    }

    Answer post(String path, String json, String token) {
        return http.send(Request.of("POST", path).json(json).as(token));
    }

    Answer register(String name, String password) {
        return post("/user/register/", credentials(name, password));
    }

    Answer login(String name, String password) {
        return post("/user/login/", credentials(name, password));
    }

    /** Registers a user and returns a token. */
    String newcomer(String name) {
        register(name, PASSWORD);
        return login(name, PASSWORD).body().substring("{\"token\":\"".length(), 50);
    }

    private static String credentials(String name, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    }
}
