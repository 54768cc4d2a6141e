package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.application.testkit.BackgroundTask;
import dev.parley.application.testkit.ConcurrentRun;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for leadership: one leader at a time, until it resigns, without waiting. */
public abstract class RelayLeadershipContract extends WithStores {

    private RelayLeadership here;
    private RelayLeadership there;

    @BeforeEach
    protected void stand() {
        here = stores.leadership();
        there = stores.competitor();
    }

    @AfterEach
    protected void resign() {
        here.resign();
        there.resign();
    }

    @Test
    protected void firstCandidateLeads() {
        assertThat(here.lead()).isTrue();
        assertThat(there.lead()).isFalse();
    }

    @Test
    protected void theLeaderStaysTheLeader() {
        assertThat(here.lead()).isTrue();
        assertThat(here.lead()).isTrue();
        assertThat(there.lead()).isFalse();
        assertThat(here.lead()).isTrue();
    }

    @Test
    protected void resigningLetsAnotherCandidateLead() {
        here.lead();

        here.resign();

        assertThat(there.lead()).isTrue();
        assertThat(here.lead()).isFalse();
    }

    @Test
    protected void oneResignEndsRepeatedLead() {
        here.lead();
        here.lead();

        here.resign();

        assertThat(there.lead()).isTrue();
    }

    @Test
    protected void resignWithoutLeadershipHasNoEffect() {
        here.lead();

        there.resign();

        assertThat(there.lead()).isFalse();
        assertThat(here.lead()).isTrue();
    }

    @Test
    protected void resigningTwiceHasNoFurtherEffect() {
        here.resign();
        here.lead();
        here.resign();
        here.resign();

        assertThat(there.lead()).isTrue();
    }

    @Test
    protected void resignedCandidateCanLeadAgain() {
        here.lead();
        here.resign();

        assertThat(here.lead()).isTrue();
        assertThat(there.lead()).isFalse();
    }

    @Test
    protected void leadershipBelongsToTheCandidateNotItsThread() {
        assertThat(BackgroundTask.start(here::lead).result()).isTrue();

        assertThat(here.lead()).isTrue();
        assertThat(there.lead()).isFalse();
        here.resign();
        assertThat(BackgroundTask.start(there::lead).result()).isTrue();
    }

    @Test
    protected void leadDoesNotWaitForTheLeader() {
        here.lead();

        assertThat(BackgroundTask.start(there::lead).endsSoon()).isTrue();
    }

    @Test
    protected void atMostOneCandidateLeads() {
        List<RelayLeadership> candidates = List.of(here, there);
        AtomicInteger leaders = new AtomicInteger();
        AtomicInteger turns = new AtomicInteger();

        ConcurrentRun.of(candidates.size(), 100).run((thread, step) -> {
            RelayLeadership candidate = candidates.get(thread);
            if (candidate.lead()) {
                assertThat(leaders.incrementAndGet()).isEqualTo(1);
                turns.incrementAndGet();
                leaders.decrementAndGet();
                candidate.resign();
            }
        });

        assertThat(turns).hasPositiveValue();
    }
}
