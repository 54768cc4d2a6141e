package dev.parley.bootstrap.service.fuzz;

import java.util.List;
import java.util.Locale;

/** Mutations of the method and the path. */
final class TargetMutations {

    private static final List<String> SEGMENTS = List.of(
            "..",
            ".",
            "%2e%2e",
            "%2E",
            "..;",
            ";a=b",
            "%2f",
            "%5c",
            "\\",
            "%00",
            "%c0%ae%c0%ae",
            "%ff",
            "%zz",
            "%",
            "%u0041",
            "%0d%0aX-Injected:%201",
            "%252e",
            "",
            "//",
            "\u00e9",
            "\u00c3\u00a9",
            "|",
            "\"",
            "<>",
            "{username}",
            "^`",
            "~",
            "%F0%9F%98%80",
            "%ed%a0%80",
            "a".repeat(200),
            "%61".repeat(3000),
            "x/".repeat(2000),
            "*",
            ":",
            "@");

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "BREW",
            "get",
            "G\u00e9T",
            "M".repeat(9000),
            "PRI",
            "QUERY",
            "POST\t",
            "X-Y_z");

    static final List<Mutation> ALL = List.of(
            (draft, chance) -> draft.method(chance.pick(METHODS)),
            (draft, chance) -> draft.method(chance.pick(METHODS.subList(0, 7))),
            TargetMutations::segment,
            TargetMutations::segment,
            TargetMutations::insert,
            TargetMutations::escape,
            (draft, chance) -> draft.target(draft.target().toUpperCase(Locale.ROOT)),
            (draft, chance) -> draft.target(path(draft) + "/" + query(draft)),
            (draft, chance) -> draft.target("/" + draft.target()),
            (draft, chance) -> draft.target(
                    chance.pick("http://localhost", "http://evil.example:1", "ftp://x", "http://[", "localhost")
                            + draft.target()),
            (draft, chance) -> draft.target(
                    draft.target() + chance.pick("#", "#a", " ", ";", ";;", ";jsessionid=1", "%20", ".json", "~")),
            (draft, chance) -> draft.target(chance.pick(
                    "*",
                    "",
                    "/",
                    "?",
                    "//",
                    "/v1",
                    "/v1/",
                    "/..",
                    "/favicon.ico",
                    "/index.html",
                    "/WEB-INF/web.xml",
                    "/application.wadl",
                    "/tasks/gc",
                    "/healthcheck",
                    "/docs/..%2findex.html",
                    "/docs/%2e%2e/x",
                    "/docs//")));

    private TargetMutations() {}

    private static RequestDraft segment(RequestDraft draft, FuzzRandom chance) {
        String[] segments = path(draft).split("/", -1);
        segments[chance.below(segments.length)] = chance.pick(SEGMENTS);
        return draft.target(String.join("/", segments) + query(draft));
    }

    private static RequestDraft insert(RequestDraft draft, FuzzRandom chance) {
        int place = chance.below(draft.target().length() + 1);
        return draft.target(draft.target().substring(0, place)
                + chance.pick(SEGMENTS)
                + draft.target().substring(place));
    }

    private static RequestDraft escape(RequestDraft draft, FuzzRandom chance) {
        if (draft.target().isEmpty()) {
            return draft;
        }
        int place = chance.below(draft.target().length());
        String escaped = "%%%02x".formatted((int) draft.target().charAt(place) & 0xff);
        return draft.target(
                draft.target().substring(0, place) + escaped + draft.target().substring(place + 1));
    }

    private static String path(RequestDraft draft) {
        return draft.target().split("\\?", 2)[0];
    }

    private static String query(RequestDraft draft) {
        return draft.target().substring(path(draft).length());
    }
}
