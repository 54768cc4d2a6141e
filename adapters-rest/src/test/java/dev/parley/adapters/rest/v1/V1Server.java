package dev.parley.adapters.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;

/** What tests of v1 do over and over. */
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

    /** A message that is sent, as it is answered. */
    JsonNode write(String receiver, String content, String token) {
        return Json.of(post(messages(receiver), content(content), token));
    }

    /** Where the messages are that somebody has exchanged with another. */
    static String messages(String peer) {
        return "/v1/conversations/" + peer + "/messages";
    }

    static String content(String text) {
        return "{\"content\":\"%s\"}".formatted(text);
    }

    /** What is read from the path by whoever has the token. */
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

    /** The login of an existing user, as it is answered. */
    JsonNode login(String name, String password) {
        return Json.of(post("/v1/sessions", credentials(name, password)));
    }

    /** A new token of an existing user. */
    String token(String name) {
        return login(name, PASSWORD).get("token").asText();
    }

    /** A token of a user who is new. */
    String newcomer(String name) {
        register(name);
        return token(name);
    }

    static String credentials(String name, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    }
}
