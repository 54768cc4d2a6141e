package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendingBatch.Sent;
import dev.parley.adapters.persistence.conversation.SendingLoad.Loaded;
import dev.parley.adapters.persistence.conversation.SendingLoad.Locked;
import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.adapters.persistence.user.UserHeads.Head;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What came of a group in one transaction.
 *
 * @param senders those whose drafts were decided on, in the order of the outcomes
 * @param busy those who were not, because somebody else has their users locked, or a user is nobody; in their order
 */
record SendingRound(List<WaitingSend> senders, Sent sent, List<WaitingSend> busy) {

    static final SendingRound NOTHING = new SendingRound(List.of(), new Sent(List.of(), Set.of()), List.of());

    private static final String WAIT_AT_MOST = "SELECT set_config('lock_timeout', :limit, true)";

    /** Sends for those whose users nobody else holds, and waits for no user. */
    static SendingRound ofFree(Handle transaction, List<WaitingSend> group) {
        Locked locked = SendingLoad.lockFree(transaction, usersOf(group), drafts(group));
        return send(transaction, group, locked.loaded(), locked.heads(), one -> isHeld(one, locked.heads()));
    }

    /**
     * Waits for the users of the first of the group, and holds none of another meanwhile; sends for the first, and for those
     * whose users nobody else holds then. Which of the first's are missing then are nobody.
     *
     * @param limit how long to wait: beyond it the transaction fails, and has done nothing
     */
    static SendingRound ofFirstAndFree(Handle transaction, List<WaitingSend> group, Duration limit) {
        transaction
                .createQuery(WAIT_AT_MOST)
                .bind("limit", Long.toString(limit.toMillis()))
                .mapTo(String.class)
                .one();
        WaitingSend first = group.getFirst();
        Map<UserId, Head> heads = new HashMap<>(UserHeads.lock(transaction, first.users()));
        Set<UserId> others = new HashSet<>(usersOf(group));
        others.removeAll(first.users());
        Locked locked = SendingLoad.lockFree(transaction, others, drafts(group));
        heads.putAll(locked.heads());
        return send(transaction, group, locked.loaded(), heads, one -> one == first || isHeld(one, heads));
    }

    private static SendingRound send(
            Handle transaction,
            List<WaitingSend> group,
            List<Loaded> loaded,
            Map<UserId, Head> heads,
            Predicate<WaitingSend> isReady) {
        List<WaitingSend> senders = new ArrayList<>();
        List<Loaded> ready = new ArrayList<>();
        List<WaitingSend> busy = new ArrayList<>();
        Iterator<Loaded> needs = loaded.iterator();
        for (WaitingSend one : group) {
            Loaded its = needs.next();
            if (isReady.test(one)) {
                senders.add(one);
                ready.add(its);
            } else {
                busy.add(one);
            }
        }
        return new SendingRound(senders, SendingBatch.send(transaction, ready, heads), busy);
    }

    private static List<MessageDraft> drafts(List<WaitingSend> group) {
        return group.stream().map(WaitingSend::draft).toList();
    }

    private static boolean isHeld(WaitingSend one, Map<UserId, Head> heads) {
        return heads.keySet().containsAll(one.users());
    }

    private static Set<UserId> usersOf(List<WaitingSend> group) {
        return group.stream().flatMap(one -> one.users().stream()).collect(Collectors.toSet());
    }
}
