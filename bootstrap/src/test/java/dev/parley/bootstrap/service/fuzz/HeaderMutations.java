package dev.parley.bootstrap.service.fuzz;

import static dev.parley.bootstrap.service.fuzz.Mutation.header;
import static dev.parley.bootstrap.service.fuzz.Mutation.instead;

import dev.parley.adapters.rest.testkit.CollidingNames;
import java.util.ArrayList;
import java.util.List;

/** Mutations of the headers that keep the body readable. */
final class HeaderMutations {

    private static final String NON_ASCII = "\u00e9\u00ff";

    static final List<Mutation> ALL = List.of(
            instead(
                    "Authorization",
                    "",
                    "Token",
                    "Bearer",
                    "Bearer  ",
                    "Token a b",
                    "Basic YTpi",
                    "Token " + "0".repeat(40),
                    "Bearer " + "f".repeat(5000),
                    "Bearer " + NON_ASCII,
                    "bEARER\tx",
                    "Digest username=\"a\"",
                    "Token %00",
                    ", Token a"),
            header("Authorization: Token x", "Authorization:", "authorization : Token x"),
            instead(
                    "Idempotency-Key",
                    "",
                    "\"\"",
                    "\"a",
                    "a\"b",
                    "k",
                    "\"k\"",
                    "k".repeat(255),
                    "k".repeat(256),
                    "\"" + "k".repeat(300) + "\"",
                    NON_ASCII,
                    "\"\\\"\"",
                    "a\tb",
                    "k; a=1"),
            instead(
                    "Accept",
                    "",
                    "*",
                    "text/html",
                    "application/xml",
                    "application/json;q=0",
                    "*/*;q=9",
                    ";;,,",
                    "a/b/c",
                    "text/event-stream",
                    "application/json;q=x",
                    "*/json",
                    ",".repeat(500),
                    NON_ASCII),
            instead(
                    "Content-Type",
                    "",
                    "json",
                    "application/",
                    "text/plain",
                    "application/json;charset=x;charset=y",
                    "application/json; charset=UTF-16",
                    "application/json;",
                    "application/problem+json",
                    "application/xml",
                    "*/*",
                    "application/json, text/plain",
                    NON_ASCII),
            header("Expect: 100-continue", "Expect: 200-ok", "Expect: ", "Expect: 100-continue, x"),
            instead("Host", "", "evil.example", "localhost:99999", "a b", "[::1", "@", "xn--", "a".repeat(3000), "%00"),
            header("Host: another"),
            header(
                    "X-HTTP-Method-Override: DELETE",
                    "X-HTTP-Method: PUT",
                    "X-Method-Override: TRACE",
                    "_method: DELETE"),
            header(
                    "X-Forwarded-For: 127.0.0.1, " + NON_ASCII,
                    "X-Forwarded-For: " + "1.1.1.1, ".repeat(400),
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Proto: gopher",
                    "Forwarded: for=\"[::1\";;proto=",
                    "X-Forwarded-Port: -1",
                    "X-Original-URL: /v1/me",
                    "X-Rewrite-URL: /tasks/gc"),
            header(
                    "X-Request-Id: a b",
                    "X-Request-Id: " + "i".repeat(2000),
                    "X-Request-Id:",
                    "X-Request-Id: " + NON_ASCII,
                    "X-Request-Id: ../../x",
                    "X-Request-Id: <b>"),
            instead(
                    "Last-Event-ID",
                    "",
                    "0",
                    "-1",
                    NON_ASCII,
                    "x".repeat(3000),
                    "AAAA",
                    "99999999999999999999",
                    "null"),
            header(
                    "Connection: Upgrade\r\nUpgrade: websocket",
                    "Upgrade: h2c\r\nHTTP2-Settings: AAAA",
                    "Connection: ,,x"),
            header(
                    "If-None-Match: \"",
                    "If-None-Match: W/*",
                    "If-Modified-Since: yesterday",
                    "If-Match: \"x\"",
                    "Range: bytes=9-1"),
            header(
                    "Accept-Encoding: gzip;q=x",
                    "Accept-Language: \u00e9, *",
                    "Accept-Charset: x;q=2",
                    "TE: trailers",
                    "Max-Forwards: -1"),
            header("Cookie: a=b; $Version=1; =; \"", "Cookie: " + "c=d; ".repeat(900), "Origin: null", "Referer: :"),
            header("X-Large: " + "x".repeat(7000), "X-Large: " + "x".repeat(9000), "X-Large: " + "x".repeat(70_000)),
            (draft, chance) -> many(draft, chance.pick(50, 200, 2000)),
            (draft, chance) -> CollidingNames.of(chance.pick(64, 250)).stream()
                    .map(name -> name + ": x")
                    .reduce(draft, RequestDraft::with, (one, other) -> other),
            (draft, chance) -> draft.without(chance.pick("Host", "Content-Type", "Authorization")));

    private HeaderMutations() {}

    private static RequestDraft many(RequestDraft draft, int count) {
        List<String> lines = new ArrayList<>(draft.headers());
        for (int i = 0; i < count; i++) {
            lines.add("X-" + i + ": " + i);
        }
        return draft.headers(lines);
    }
}
