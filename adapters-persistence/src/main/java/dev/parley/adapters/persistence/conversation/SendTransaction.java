package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendBatchReader.LockedBatch;
import dev.parley.adapters.persistence.user.UserHeads;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.sending.LoadedDraft;
import dev.parley.domain.sending.SendPlan;
import dev.parley.domain.sending.SendPlanner;
import dev.parley.domain.user.UserHead;
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
 * A batch after one transaction that sent the part of it whose users could be locked.
 *
 * @param sent in the order of the plan's results
 * @param busy the rest, in its order: another transaction holds a user of each, or a user does not exist
 */
record SendTransaction(List<PendingSend> sent, SendPlan plan, List<PendingSend> busy) {

    static final SendTransaction NOTHING =
            new SendTransaction(List.of(), SendPlanner.plan(Map.of(), List.of()), List.of());

    private static final String SET_LOCK_TIMEOUT = "SELECT set_config('lock_timeout', :limit, true)";

    /** Sends the drafts whose users no other transaction holds, and waits for no lock. */
    static SendTransaction withoutWaiting(Handle transaction, List<PendingSend> batch) {
        LockedBatch locked = SendBatchReader.lockFree(transaction, usersOf(batch), drafts(batch));
        return send(transaction, batch, locked.drafts(), locked.users(), one -> isLocked(one, locked.users()));
    }

    /**
     * Waits for the users of the first draft while it holds no other lock. Then sends that draft, and those whose users no
     * other transaction holds at that time. Of the first draft's users, those that are missing then do not exist.
     *
     * @param limit of the wait: after it the transaction fails and has stored nothing
     */
    static SendTransaction waitingForFirst(Handle transaction, List<PendingSend> batch, Duration limit) {
        transaction
                .createQuery(SET_LOCK_TIMEOUT)
                .bind("limit", Long.toString(limit.toMillis()))
                .mapTo(String.class)
                .one();
        PendingSend first = batch.getFirst();
        Set<UserId> firstUsers = first.draft().users();
        Map<UserId, UserHead> users = new HashMap<>(UserHeads.lock(transaction, firstUsers));
        Set<UserId> others = new HashSet<>(usersOf(batch));
        others.removeAll(firstUsers);
        LockedBatch locked = SendBatchReader.lockFree(transaction, others, drafts(batch));
        users.putAll(locked.users());
        return send(transaction, batch, locked.drafts(), users, one -> one == first || isLocked(one, users));
    }

    private static SendTransaction send(
            Handle transaction,
            List<PendingSend> batch,
            List<LoadedDraft> drafts,
            Map<UserId, UserHead> users,
            Predicate<PendingSend> isReady) {
        List<PendingSend> ready = new ArrayList<>();
        List<LoadedDraft> readyDrafts = new ArrayList<>();
        List<PendingSend> busy = new ArrayList<>();
        Iterator<LoadedDraft> loaded = drafts.iterator();
        for (PendingSend one : batch) {
            LoadedDraft draft = loaded.next();
            if (isReady.test(one)) {
                ready.add(one);
                readyDrafts.add(draft);
            } else {
                busy.add(one);
            }
        }
        return new SendTransaction(ready, SendBatch.send(transaction, users, readyDrafts), busy);
    }

    private static List<MessageDraft> drafts(List<PendingSend> batch) {
        return batch.stream().map(PendingSend::draft).toList();
    }

    private static boolean isLocked(PendingSend one, Map<UserId, UserHead> users) {
        return users.keySet().containsAll(one.draft().users());
    }

    private static Set<UserId> usersOf(List<PendingSend> batch) {
        return batch.stream().flatMap(one -> one.draft().users().stream()).collect(Collectors.toSet());
    }
}
