package dev.parley.bootstrap.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.adapters.rest.testkit.openapi.ApiDocument;
import dev.parley.adapters.rest.testkit.openapi.ApiOperation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Requests of the API document and of the legacy API, with values that are or were valid. */
final class ValidRequests {

    /** Requests that hash a password or end what other requests need; they are sent rarely. */
    private static final Set<String> RARE = Set.of(
            "registerUser",
            "logIn",
            "changePassword",
            "eraseAccount",
            "logOut",
            "revokeSession",
            "revokeOtherSessions",
            "streamEvents");

    private static final int RARELY = 40;

    private final List<ApiOperation> frequent;
    private final List<ApiOperation> rare;
    private final List<String> names;
    private final LearnedValues learned;

    /** @param names existing user names */
    ValidRequests(ApiDocument document, List<String> names, LearnedValues learned) {
        this.rare = document.operations().stream()
                .filter(operation -> RARE.contains(operation.id()))
                .toList();
        this.frequent = document.operations().stream()
                .filter(operation -> !RARE.contains(operation.id()))
                .toList();
        this.names = names;
        this.learned = learned;
    }

    RequestDraft some(FuzzUsers.Player caller, FuzzRandom chance) {
        RequestDraft draft = switch (chance.below(20)) {
            case 0, 1, 2, 3, 4, 5 -> classic(caller, chance);
            case 6 -> RequestDraft.of("GET", chance.pick("/docs", "/docs/page.js", "/docs/nothing", "/nothing", "/"));
            default -> described(chance.pick(chance.oneIn(RARELY) ? rare : frequent), caller, chance);
        };
        String scheme = chance.pick("Token ", "Bearer ");
        boolean isAnonymous = chance.oneIn(12);
        return isAnonymous
                ? draft
                : draft.with("Authorization: " + (isOfV1(draft) ? scheme : "Token ") + caller.token());
    }

    private static boolean isOfV1(RequestDraft draft) {
        return draft.target().startsWith("/v1");
    }

    private RequestDraft classic(FuzzUsers.Player caller, FuzzRandom chance) {
        String peer = peer(caller, chance);
        return switch (chance.below(RARELY)) {
            case 0 -> RequestDraft.of("POST", "/user/login/").json(credentials(peer));
            case 1 -> RequestDraft.of("POST", "/user/register/").json(credentials("new" + chance.below(1 << 20)));
            case 2 ->
                chance.oneIn(4) ? RequestDraft.of("POST", "/user/logout/") : RequestDraft.of("GET", "/user/logout/");
            case 3, 4, 5, 6 -> RequestDraft.of("POST", "/user/block/" + peer + "/");
            case 7, 8, 9, 10, 11, 12 -> RequestDraft.of("POST", "/user/unblock/" + peer + "/");
            case 13, 14, 15, 16, 17, 18, 19, 20, 21, 22 ->
                RequestDraft.of("GET", "/message/" + peer + "/?page=" + chance.pick("1", "last", "2"));
            default ->
                RequestDraft.of("POST", "/message/" + peer + "/").json("{\"content\":\"" + chance.below(1000) + "\"}");
        };
    }

    private static String credentials(String name) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, FuzzUsers.PASSWORD);
    }

    private String peer(FuzzUsers.Player caller, FuzzRandom chance) {
        String other = chance.pick(names);
        return chance.pick(other, other, other, caller.name());
    }

    private RequestDraft described(ApiOperation operation, FuzzUsers.Player caller, FuzzRandom chance) {
        String path = operation.path();
        for (JsonNode parameter : operation.parametersIn("path").toList()) {
            String name = name(parameter);
            path = path.replace("{" + name + "}", encoded(value(name, parameter, caller, chance)));
        }
        RequestDraft draft = RequestDraft.of(operation.method(), path + query(operation, caller, chance));
        for (JsonNode parameter : operation.parametersIn("header").toList()) {
            boolean isSent = chance.oneIn(2);
            String value = value(name(parameter), parameter, caller, chance);
            draft = isSent ? draft.with(name(parameter) + ": " + value) : draft;
        }
        RequestDraft bare = draft;
        return operation
                .bodyExample()
                .map(example -> bare.json(body(example, caller, chance)))
                .orElse(bare);
    }

    private String query(ApiOperation operation, FuzzUsers.Player caller, FuzzRandom chance) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parametersIn("query").toList()) {
            String name = name(parameter);
            boolean isNeeded = parameter.path("required").asBoolean()
                    || Set.of("wait", "except").contains(name);
            String value = value(name, parameter, caller, chance);
            if (isNeeded || chance.oneIn(3)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encoded(value));
            }
        }
        return query.toString();
    }

    private String body(JsonNode example, FuzzUsers.Player caller, FuzzRandom chance) {
        ObjectNode body = example.deepCopy();
        example.properties()
                .forEach(field -> body.set(
                        field.getKey(), TextNode.valueOf(value(field.getKey(), field.getValue(), caller, chance))));
        return body.toString();
    }

    /** @param described the parameter, or the example of a field */
    private String value(String name, JsonNode described, FuzzUsers.Player caller, FuzzRandom chance) {
        String example = described.isObject() ? described.path("example").asText() : described.asText();
        return switch (name) {
            case "username" -> peer(caller, chance);
            case "message_id", "read_up_to", "around" -> learned.some("id", example, chance);
            case "session_id" -> learned.some("session_id", example, chance);
            case "before", "after", "Last-Event-ID" -> learned.some("cursor", example, chance);
            case "ticket" -> learned.some("ticket", example, chance);
            case "limit" -> Integer.toString(1 + chance.below(200));
            case "prefix" -> chance.pick("f", "fuzz", "new", "a");
            case "wait" -> "0";
            case "content" -> "hello " + chance.below(100);
            case "Idempotency-Key" -> "key-" + chance.below(200);
            default -> example;
        };
    }

    private static String name(JsonNode parameter) {
        return parameter.get("name").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
