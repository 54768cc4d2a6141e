package dev.parley.adapters.rest.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint responds to every caller as docs/app/authorisation.md states, and the document lists every endpoint. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class AuthorisationMatrixTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(UseCases.over(STORES, CLOCK)));

    @AutoClose
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static List<MatrixRow> rows() {
        return Matrix.rows();
    }

    static Stream<MatrixRow> rowsOfGet() {
        return rows().stream().filter(row -> row.method().equals("GET"));
    }

    private static AuthorisationFixture town() {
        return AuthorisationFixture.create(new MatrixClient(HTTP, SERVER.base()), STORES, CLOCK);
    }

    @Test
    void documentListsExactlyTheEndpoints() {
        assertThat(rows().stream().map(MatrixRow::endpoint).collect(Collectors.toSet()))
                .isEqualTo(SERVER.routes());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void responsesMatchTheDocumentAndRefusedRequestsChangeNothing(MatrixRow row) {
        AuthorisationFixture town = town();
        Map<CallerRole, String> stated = new EnumMap<>(CallerRole.class);
        Stream.of(CallerRole.values()).forEach(caller -> stated.put(caller, row.stated(caller)));
        Map<CallerRole, String> answered = new EnumMap<>(CallerRole.class);
        Consumer<CallerRole> ask =
                caller -> answered.put(caller, town.ask(row, nameOf(caller)).stated());

        String before = town.dataOfAnn();
        Stream.of(CallerRole.values()).filter(row::refuses).forEach(ask);
        assertThat(town.dataOfAnn()).isEqualTo(before);

        Stream.of(CallerRole.values()).filter(caller -> !row.refuses(caller)).forEach(ask);
        assertThat(answered).isEqualTo(stated);
    }

    /** Ann blocks Dan and not Eve; there is no other difference between the two. */
    @ParameterizedTest
    @MethodSource("rows")
    void blockedCallerReceivesTheSameResponses(MatrixRow row) {
        AuthorisationFixture town = town();
        String blocked = anonymised(town.ask(row, "dan"), "dan");
        String unblocked = anonymised(town.ask(row, "eve"), "eve");
        assertThat(blocked.equals(unblocked)).as(blocked + " and " + unblocked).isEqualTo(!row.differsForTheBlocked());
    }

    @ParameterizedTest
    @MethodSource("rowsOfGet")
    void headRespondsAsGet(MatrixRow row) {
        AuthorisationFixture town = town();
        for (CallerRole caller : CallerRole.values()) {
            assertThat(town.ask("HEAD", row, nameOf(caller)).stated())
                    .as("to %s", caller)
                    .isEqualTo(row.stated(caller).substring(0, 3));
        }
    }

    private static String nameOf(CallerRole caller) {
        return caller.name().toLowerCase(Locale.ROOT);
    }

    /** Removes the caller's name and values that differ between requests. */
    private static String anonymised(MatrixClient.Answer answer, String name) {
        return answer.status()
                + answer.body()
                        .replace("\"" + name + "\"", "\"me\"")
                        .replace("new-to-" + name, "somebody new")
                        .replaceAll(
                                "\"(token|ticket|cursor|next|before|after|event_cursor)\":\"[^\"]+\"", "\"$1\":\"\"")
                        .replaceAll("(\"[a-z_]*(id|up_to|sender|reciever)\"): *\"?[0-9]+\"?", "$1:0");
    }
}
