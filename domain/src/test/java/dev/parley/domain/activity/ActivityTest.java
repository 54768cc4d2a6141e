package dev.parley.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ActivityTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final Origin ORIGIN = new Origin(Optional.of("::1"), Optional.of("agent"), Optional.empty());
    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);

    @Test
    void anActivityOfOneUserHasNoSubject() {
        assertThat(Activity.by(ANNA, ActivityType.LOGOUT, NOW, ORIGIN))
                .isEqualTo(
                        new Activity(ActivityType.LOGOUT, Optional.of(ANNA), Optional.empty(), NOW, ORIGIN, Map.of()));
    }

    @Test
    void anActivityBetweenTwoHasActorAndSubject() {
        assertThat(Activity.between(ANNA, BO, ActivityType.BLOCK, NOW, ORIGIN))
                .isEqualTo(new Activity(ActivityType.BLOCK, Optional.of(ANNA), Optional.of(BO), NOW, ORIGIN, Map.of()));
    }

    @Test
    void loginWithUnknownNameKeepsTheAttemptedName() {
        assertThat(Activity.loginOfUnknownUser("no body", NOW, ORIGIN))
                .isEqualTo(new Activity(
                        ActivityType.INVALID_LOGIN,
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        ORIGIN,
                        Map.of("attempted_username", "no body")));
    }

    @Test
    void attemptedNameIsTruncatedAndCleaned() {
        Activity activity = Activity.loginOfUnknownUser("\0" + "🙂".repeat(1000), NOW, ORIGIN);

        assertThat(activity.details()).containsEntry(Activity.ATTEMPTED_USERNAME, "\uFFFD" + "🙂".repeat(149));
    }

    @Test
    void sentMessageIsRecordedWithoutItsContent() {
        Message message = new Message(
                new MessageId(77),
                new ConversationId(5),
                new Place(3),
                ANNA,
                BO,
                Optional.of(new MessageContent("secret")),
                NOW,
                Optional.empty());

        Activity activity = Activity.sending(message, ORIGIN);

        assertThat(activity)
                .isEqualTo(new Activity(
                        ActivityType.MESSAGE_SEND,
                        Optional.of(ANNA),
                        Optional.of(BO),
                        NOW,
                        ORIGIN,
                        Map.of("message_id", "77")));
    }

    @Test
    void detailsAreCopied() {
        Map<String, String> details = new HashMap<>(Map.of("one", "1"));
        Activity activity =
                new Activity(ActivityType.SIGN_UP, Optional.empty(), Optional.empty(), NOW, ORIGIN, details);

        details.put("two", "2");

        assertThat(activity.details()).isEqualTo(Map.of("one", "1"));
    }

    @Test
    void typeNamesAreThoseInTheLogStore() {
        assertThat(ActivityType.values())
                .extracting(Enum::name)
                .containsExactly(
                        "SIGN_UP",
                        "VALID_LOGIN",
                        "INVALID_LOGIN",
                        "LOGOUT",
                        "SESSION_REVOKED",
                        "BLOCK",
                        "UN_BLOCK",
                        "MESSAGE_SEND",
                        "PASSWORD_SET",
                        "PASSWORD_CHANGED",
                        "ACCOUNT_ERASED");
    }
}
