package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticeTest {

    private static final UserId LARGEST = new UserId(Long.MAX_VALUE);

    @ParameterizedTest
    @ValueSource(strings = {"node", "", "a:b", "2001:db8::17", "größer, als"})
    void aNoticeComesBackAsItWas(String node) {
        Notice notice = new Notice(node, Set.of(new UserId(1), LARGEST));

        assertThat(Notice.parse(notice.text())).contains(notice);
    }

    @Test
    void notificationIsReadableByListenersOfTheChannel() {
        assertThat(new Notice("node", Set.of(new UserId(17))).text()).isEqualTo("node:17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "17", ":", "node:", "node:x", "node:17,", "node:0", "node:-1", "node:9223372036854775808"})
    void whatIsNoNoticeIsPassedOver(String text) {
        assertThat(Notice.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void noUserNeedsNoNotification() {
        assertThat(Notice.of("node", Set.of())).isEmpty();
    }

    @Test
    void manyUsersTakeAsManyNoticesAsTheyNeedAndNoneIsTooLong() {
        Set<UserId> users = LongStream.range(0, 1_000)
                .mapToObj(number -> new UserId(Long.MAX_VALUE - number))
                .collect(Collectors.toUnmodifiableSet());

        List<Notice> notices = Notice.of("ü".repeat(50), users);

        assertThat(notices).hasSize(3);
        assertThat(notices)
                .allSatisfy(notice -> assertThat(notice.text().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(Notice.MAX_BYTES));
        assertThat(notices.stream().flatMap(notice -> notice.users().stream()))
                .hasSize(users.size())
                .containsExactlyInAnyOrderElementsOf(users);
    }
}
