package dev.parley.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.NameDigest;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value is read from PostgreSQL as it was bound, in any time zone. */
final class ValueTypesTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final StateStore store = POSTGRES.stateStore();

    static Stream<Object> values() {
        return Stream.of(
                new UserId(Long.MAX_VALUE),
                new SessionId(1),
                new ConversationId(2),
                new MessageId(3),
                new Place(4),
                new Username("ınfo@İ"),
                new DeviceName(" Anna's 📱"),
                new PasswordHash("$argon2id$v=19$"),
                new MessageContent(" 🙂\n"),
                new ActivityId(new UUID(-1, 1)),
                new TokenDigest("0f".repeat(32)),
                new NameDigest("f0".repeat(32)),
                ActivityType.INVALID_LOGIN);
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueIsReadAsItWasBound(Object value) {
        assertThat(through(value, "SELECT :value")).isEqualTo(value);
    }

    /** Around both changes of the clocks in Auckland, before standard time, and at the ends of the range. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-26T13:59:59.999999Z",
                "2026-09-26T14:00:00Z",
                "2026-04-04T13:30:00.000001Z",
                "2026-04-04T14:30:00Z",
                "1860-01-01T00:00:00.5Z",
                "1970-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void timeIsReadAsItWasBoundAlsoInAnArray(Instant time) {
        assertThat(through(time, "SELECT :value::timestamptz")).isEqualTo(time);
        assertThat(inArray(Column.time(List.of(time), at -> at))).isEqualTo(time);
    }

    @Test
    void timeFinerThanMicrosecondsIsTruncated() {
        Instant fine = Instant.parse("2026-11-22T10:15:30.123456999Z");

        assertThat(through(fine, "SELECT :value::timestamptz")).isEqualTo(Instant.parse("2026-11-22T10:15:30.123456Z"));
        assertThat(inArray(Column.time(List.of(fine), at -> at)))
                .isEqualTo(Instant.parse("2026-11-22T10:15:30.123456Z"));
    }

    @Test
    void arrayOfTimesKeepsItsOrderAndItsNulls() {
        Instant first = Instant.parse("2026-11-22T10:15:30.123456Z");
        Instant second = Instant.parse("1999-12-31T23:59:59.999999Z");
        List<Optional<Instant>> times = List.of(Optional.of(first), Optional.empty(), Optional.of(second));

        assertThat(elements(Column.optionalTime(times, at -> at))).isEqualTo(times);
        assertThat(elements(Column.time(List.<Instant>of(), at -> at))).isEmpty();
    }

    @Test
    void timeOutsideTheRangeOfPostgresIsRefused() {
        assertThatThrownBy(() -> inArray(Column.time(List.of(Instant.MAX), at -> at)))
                .isInstanceOf(RuntimeException.class);
    }

    private List<Optional<Instant>> elements(Argument array) {
        return store.with(handle -> handle.createQuery("SELECT unnest(:array)")
                .bind("array", array)
                .map(row -> Optional.ofNullable(row.getColumn(1, Instant.class)))
                .list());
    }

    @Test
    void emptyOptionalIsReadAsNull() {
        Optional<UserId> empty = store.with(handle -> handle.createQuery("SELECT :user::bigint")
                .bind("user", Optional.empty())
                .map(row -> Optional.ofNullable(row.getColumn(1, UserId.class)))
                .one());

        assertThat(empty).isEmpty();
    }

    private Object through(Object value, String sql) {
        return store.with(handle -> handle.createQuery(sql)
                .bind("value", value)
                .mapTo(value.getClass())
                .one());
    }

    private Instant inArray(Argument array) {
        return store.with(handle -> handle.createQuery("SELECT unnest(:array)")
                .bind("array", array)
                .mapTo(Instant.class)
                .one());
    }
}
