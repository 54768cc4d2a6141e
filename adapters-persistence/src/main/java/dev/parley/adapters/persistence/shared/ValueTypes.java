package dev.parley.adapters.persistence.shared;

import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.RequestFingerprint;
import dev.parley.domain.event.EventEpoch;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.NameDigest;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.codec.Codec;
import org.jdbi.v3.core.codec.CodecFactory;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementExceptions;

/** Registers the domain's values with JDBI, so that adapters bind a {@link UserId} and cannot swap it for a place. */
final class ValueTypes implements JdbiPlugin {

    private static final HexFormat HEX = HexFormat.of();

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerCodecFactory(CodecFactory.builder()
                .addCodec(UserId.class, bigint(UserId::value, UserId::new))
                .addCodec(SessionId.class, bigint(SessionId::value, SessionId::new))
                .addCodec(ConversationId.class, bigint(ConversationId::value, ConversationId::new))
                .addCodec(MessageId.class, bigint(MessageId::value, MessageId::new))
                .addCodec(Place.class, bigint(Place::value, Place::new))
                .addCodec(Username.class, text(Username::value, Username::new))
                .addCodec(DeviceName.class, text(DeviceName::value, DeviceName::new))
                .addCodec(PasswordHash.class, text(PasswordHash::value, PasswordHash::new))
                .addCodec(MessageContent.class, text(MessageContent::value, MessageContent::new))
                .addCodec(IdempotencyKey.class, text(IdempotencyKey::value, IdempotencyKey::new))
                .addCodec(ActivityId.class, uuid(ActivityId::value, ActivityId::new))
                .addCodec(EventEpoch.class, uuid(EventEpoch::value, EventEpoch::new))
                .addCodec(TokenDigest.class, bytes(TokenDigest::hex, TokenDigest::new))
                .addCodec(NameDigest.class, bytes(NameDigest::hex, NameDigest::new))
                .addCodec(RequestFingerprint.class, bytes(RequestFingerprint::hex, RequestFingerprint::new))
                .addCodec(Instant.class, timestamptz())
                .build());
        keepValuesOutOfExceptions(jdbi);
    }

    /** Domain times have microseconds. PostgreSQL would round a finer time, possibly up and past another time. */
    static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** JDBI would put bound values into the message of an exception: password hashes, message contents. */
    private static void keepValuesOutOfExceptions(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(failure -> Optional.ofNullable(failure.getStatementContext())
                        .map(context -> failure.getShortMessage() + " in: " + context.getRawSql())
                        .orElseGet(failure::getShortMessage));
    }

    private static <T> Codec<T> bigint(Function<T, Long> store, Function<Long, T> load) {
        return new ColumnCodec<>(Long.class, store, load);
    }

    private static <T> Codec<T> text(Function<T, String> store, Function<String, T> load) {
        return new ColumnCodec<>(String.class, store, load);
    }

    private static <T> Codec<T> uuid(Function<T, UUID> store, Function<UUID, T> load) {
        return new ColumnCodec<>(UUID.class, store, load);
    }

    /** Bytes in the database, hexadecimal digits in the domain. */
    private static <T> Codec<T> bytes(Function<T, String> store, Function<String, T> load) {
        return new ColumnCodec<>(byte[].class, store.andThen(HEX::parseHex), load.compose(HEX::formatHex));
    }

    /** JDBI's own mapping of an {@link Instant} rounds, and depends on the time zone of the machine. */
    private static Codec<Instant> timestamptz() {
        return new ColumnCodec<>(OffsetDateTime.class, ValueTypes::utc, OffsetDateTime::toInstant);
    }

    /** @param column the type that the driver reads and writes */
    private record ColumnCodec<T, C>(Class<C> column, Function<T, C> store, Function<C, T> load) implements Codec<T> {

        @Override
        public Function<T, Argument> getArgumentFunction() {
            return value -> {
                C stored = store.apply(value);
                return (position, statement, context) -> statement.setObject(position, stored);
            };
        }

        @Override
        public ColumnMapper<T> getColumnMapper() {
            return (row, number, context) -> {
                C stored = row.getObject(number, column);
                return row.wasNull() ? null : load.apply(stored);
            };
        }
    }
}
