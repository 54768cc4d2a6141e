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
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementExceptions;

/** Teaches JDBI the domain's values, so that adapters bind and read a {@link UserId} and cannot swap it for a place. */
final class ValueTypes implements JdbiPlugin {

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        bigint(jdbi, UserId.class, UserId::value, UserId::new);
        bigint(jdbi, SessionId.class, SessionId::value, SessionId::new);
        bigint(jdbi, ConversationId.class, ConversationId::value, ConversationId::new);
        bigint(jdbi, MessageId.class, MessageId::value, MessageId::new);
        bigint(jdbi, Place.class, Place::value, Place::new);
        text(jdbi, Username.class, Username::value, Username::new);
        text(jdbi, DeviceName.class, DeviceName::value, DeviceName::new);
        text(jdbi, PasswordHash.class, PasswordHash::value, PasswordHash::new);
        text(jdbi, MessageContent.class, MessageContent::value, MessageContent::new);
        text(jdbi, IdempotencyKey.class, IdempotencyKey::value, IdempotencyKey::new);
        uuid(jdbi, ActivityId.class, ActivityId::value, ActivityId::new);
        uuid(jdbi, EventEpoch.class, EventEpoch::value, EventEpoch::new);
        hash(jdbi, TokenDigest.class, TokenDigest::hex, TokenDigest::new);
        hash(jdbi, NameDigest.class, NameDigest::hex, NameDigest::new);
        hash(jdbi, RequestFingerprint.class, RequestFingerprint::hex, RequestFingerprint::new);
        teach(jdbi, new ValueType<>(Instant.class, OffsetDateTime.class, ValueTypes::utc, OffsetDateTime::toInstant));
        sayNoValues(jdbi);
    }

    /** Times have microseconds; PostgreSQL would round what is finer, possibly up and past another time. */
    static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** JDBI would put bound values into the message of an exception: passwords' hashes, what people write. */
    private static void sayNoValues(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(failure -> Optional.ofNullable(failure.getStatementContext())
                        .map(context -> failure.getShortMessage() + " in: " + context.getRawSql())
                        .orElseGet(failure::getShortMessage));
    }

    private static <T> void bigint(Jdbi jdbi, Class<T> type, Function<T, Long> store, Function<Long, T> load) {
        teach(jdbi, new ValueType<>(type, Long.class, store, load));
    }

    private static <T> void text(Jdbi jdbi, Class<T> type, Function<T, String> store, Function<String, T> load) {
        teach(jdbi, new ValueType<>(type, String.class, store, load));
    }

    private static <T> void uuid(Jdbi jdbi, Class<T> type, Function<T, UUID> store, Function<UUID, T> load) {
        teach(jdbi, new ValueType<>(type, UUID.class, store, load));
    }

    /** Bytes in the database and digits in the domain. */
    private static <T> void hash(Jdbi jdbi, Class<T> type, Function<T, String> store, Function<String, T> load) {
        HexFormat hex = HexFormat.of();
        teach(jdbi, new ValueType<>(type, byte[].class, store.andThen(hex::parseHex), load.compose(hex::formatHex)));
    }

    private static <T> void teach(Jdbi jdbi, ValueType<T, ?> type) {
        jdbi.registerArgument(type);
        jdbi.registerColumnMapper(type.type(), type);
    }
}
