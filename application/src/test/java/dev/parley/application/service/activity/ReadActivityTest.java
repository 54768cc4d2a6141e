package dev.parley.application.service.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.activity.ActivityQueries.From;
import dev.parley.application.port.in.activity.ActivityQueries.Line;
import dev.parley.application.port.in.activity.ActivityQueries.Query;
import dev.parley.application.port.in.activity.ActivityQueries.Result;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReadActivityTest {

    private static final From START = new From.After(0);
    private static final Username ANNA = new Username("anna");

    private final UseCaseFixture world = UseCaseFixture.empty();

    @BeforeEach
    void doThings() {
        UserId anna = world.user("anna");
        world.user("bo");
        world.logIn("unknown", UseCaseFixture.PASSWORD);
        world.block(anna, "bo");
        world.loggedIn("bo");
        world.unblock(anna, "bo");
        world.app().relay().relay();
    }

    @Test
    void everythingIsReadOldestFirst() {
        List<Line> lines = lines(START, 10);

        assertThat(types(lines))
                .containsExactly(
                        ActivityType.INVALID_LOGIN,
                        ActivityType.BLOCK,
                        ActivityType.VALID_LOGIN,
                        ActivityType.UN_BLOCK);
        assertThat(lines).extracting(Line::position).isSorted().doesNotHaveDuplicates();
        assertThat(lines).extracting(Line::id).doesNotHaveDuplicates();
    }

    @Test
    void linesContainTheNamesOfTheirUsers() {
        List<Line> lines = lines(START, 10);

        assertThat(lines)
                .extracting(Line::actor)
                .containsExactly(
                        Optional.empty(), Optional.of(ANNA), Optional.of(new Username("bo")), Optional.of(ANNA));
        assertThat(lines)
                .extracting(Line::subject)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Username("bo")),
                        Optional.empty(),
                        Optional.of(new Username("bo")));
    }

    @Test
    void readContinuesAfterAPosition() {
        List<Line> all = lines(START, 10);

        assertThat(lines(START, 2)).isEqualTo(all.subList(0, 2));
        assertThat(lines(new From.After(all.get(1).position()), 10)).isEqualTo(all.subList(2, 4));
    }

    @Test
    void readFromTheEndReturnsTheNewestLines() {
        assertThat(lines(new From.End(), 2)).isEqualTo(lines(START, 10).subList(2, 4));
    }

    @Test
    void readCanBeFilteredByUserAndType() {
        assertThat(types(linesOf(Optional.of(ANNA), Optional.empty())))
                .containsExactly(ActivityType.BLOCK, ActivityType.UN_BLOCK);
        assertThat(types(linesOf(Optional.of(new Username("bo")), Optional.of(ActivityType.VALID_LOGIN))))
                .containsExactly(ActivityType.VALID_LOGIN);
        assertThat(linesOf(Optional.empty(), Optional.of(ActivityType.LOGOUT))).isEmpty();
    }

    @Test
    void unknownUserIsReported() {
        Query query = new Query(Optional.of(new Username("unknown")), Optional.empty(), START, 10);

        assertThat(world.app().activities().read(query)).isEqualTo(new Result.NoSuchUser());
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> lines(START, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> lines(START, ActivityQueries.MAX_LINES + 1));
    }

    private List<Line> lines(From from, int limit) {
        return lines(new Query(Optional.empty(), Optional.empty(), from, limit));
    }

    private List<Line> linesOf(Optional<Username> user, Optional<ActivityType> type) {
        return lines(new Query(user, type, START, 10));
    }

    private List<Line> lines(Query query) {
        return ((Result.Lines) world.app().activities().read(query)).lines();
    }

    private static List<ActivityType> types(List<Line> lines) {
        return lines.stream().map(line -> line.activity().type()).toList();
    }
}
