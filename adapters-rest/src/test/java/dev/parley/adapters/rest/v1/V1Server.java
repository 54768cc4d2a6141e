package dev.parley.adapters.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;

/** Requests that many tests of v1 send. */
record V1Server(RawHttp http) {

    static final String PASSWORD = "specialPassword";

    static V1Server at(RestServer server) {
        return new V1Server(new RawHttp(server.base()));
    }

    Answer send(String method, String path, String token) {
        return http.send(request(method, path, token));
    }

    Answer get(String path, String token) {
        return send("GET", path, token);
    }

    Answer post(String path, String json) {
        return http.send(Request.of("POST", path).json(json));
    }

    Answer post(String path, String json, String token) {
        return http.send(request("POST", path, token).json(json));
    }

    Answer put(String path, String json, String token) {
        return http.send(request("PUT", path, token).json(json));
    }

    /** Sends a message and returns the response. */
    JsonNode write(String receiver, String content, String token) {
        return Json.of(post(messages(receiver), content(content), token));
    }

    /** The path of the messages with a user. */
    static String messages(String peer) {
        return "/v1/conversations/" + peer + "/messages";
    }

    static String content(String text) {
        return "{\"content\":\"%s\"}".formatted(text);
    }

    /** Reads a path with a token. */
    JsonNode read(String path, String token) {
        Answer answer = get(path, token);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answers " + answer.status() + " " + answer.body());
        }
        return Json.of(answer);
    }

    static Request request(String method, String path, String token) {
        return Request.of(method, path).with("Authorization", "Bearer " + token);
    }

    Answer register(String name) {
        return post("/v1/users", credentials(name, PASSWORD));
    }

    /** Logs in an existing user and returns the response. */
    JsonNode login(String name, String password) {
        return Json.of(post("/v1/sessions", credentials(name, password)));
    }

    /** Logs in an existing user and returns the token. */
    String token(String name) {
        return login(name, PASSWORD).get("token").asText();
    }

    /** Registers a user and returns a token. */
    String newcomer(String name) {
        register(name);
        return token(name);
    }

    static String credentials(String name, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    }
}
