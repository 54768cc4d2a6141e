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
final class GoodRequests {

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
    private final Learned learned;

    /** @param names existing user names */
    GoodRequests(ApiDocument document, List<String> names, Learned learned) {
        this.rare = document.operations().stream()
                .filter(operation -> RARE.contains(operation.id()))
                .toList();
        this.frequent = document.operations().stream()
                .filter(operation -> !RARE.contains(operation.id()))
                .toList();
        this.names = names;
        this.learned = learned;
    }

    Draft some(Cast.Player caller, Chance chance) {
        Draft draft = switch (chance.below(20)) {
            case 0, 1, 2, 3, 4, 5 -> classic(caller, chance);
            case 6 -> Draft.of("GET", chance.pick("/docs", "/docs/page.js", "/docs/nothing", "/nothing", "/"));
            default -> described(chance.pick(chance.oneIn(RARELY) ? rare : frequent), caller, chance);
        };
        String scheme = chance.pick("Token ", "Bearer ");
        boolean isAnonymous = chance.oneIn(12);
        return isAnonymous
                ? draft
                : draft.with("Authorization: " + (isOfV1(draft) ? scheme : "Token ") + caller.token());
    }

    private static boolean isOfV1(Draft draft) {
        return draft.target().startsWith("/v1");
    }

    private Draft classic(Cast.Player caller, Chance chance) {
        String peer = peer(caller, chance);
        return switch (chance.below(RARELY)) {
            case 0 -> Draft.of("POST", "/user/login/").json(credentials(peer));
            case 1 -> Draft.of("POST", "/user/register/").json(credentials("new" + chance.below(1 << 20)));
            case 2 -> chance.oneIn(4) ? Draft.of("POST", "/user/logout/") : Draft.of("GET", "/user/logout/");
            case 3, 4, 5, 6 -> Draft.of("POST", "/user/block/" + peer + "/");
            case 7, 8, 9, 10, 11, 12 -> Draft.of("POST", "/user/unblock/" + peer + "/");
            case 13, 14, 15, 16, 17, 18, 19, 20, 21, 22 ->
                Draft.of("GET", "/message/" + peer + "/?page=" + chance.pick("1", "last", "2"));
            default -> Draft.of("POST", "/message/" + peer + "/").json("{\"content\":\"" + chance.below(1000) + "\"}");
        };
    }

    private static String credentials(String name) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, Cast.PASSWORD);
    }

    private String peer(Cast.Player caller, Chance chance) {
        String other = chance.pick(names);
        return chance.pick(other, other, other, caller.name());
    }

    private Draft described(ApiOperation operation, Cast.Player caller, Chance chance) {
        String path = operation.path();
        for (JsonNode parameter : operation.parametersIn("path").toList()) {
            String name = name(parameter);
            path = path.replace("{" + name + "}", encoded(value(name, parameter, caller, chance)));
        }
        Draft draft = Draft.of(operation.method(), path + query(operation, caller, chance));
        for (JsonNode parameter : operation.parametersIn("header").toList()) {
            boolean isSent = chance.oneIn(2);
            String value = value(name(parameter), parameter, caller, chance);
            draft = isSent ? draft.with(name(parameter) + ": " + value) : draft;
        }
        Draft bare = draft;
        return operation
                .bodyExample()
                .map(example -> bare.json(body(example, caller, chance)))
                .orElse(bare);
    }

    private String query(ApiOperation operation, Cast.Player caller, Chance chance) {
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

    private String body(JsonNode example, Cast.Player caller, Chance chance) {
        ObjectNode body = example.deepCopy();
        example.properties()
                .forEach(field -> body.set(
                        field.getKey(), TextNode.valueOf(value(field.getKey(), field.getValue(), caller, chance))));
        return body.toString();
    }

    /** @param described the parameter, or the example of a field */
    private String value(String name, JsonNode described, Cast.Player caller, Chance chance) {
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
