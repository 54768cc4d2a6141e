package dev.parley.adapters.persistence.conversation;

import dev.parley.adapters.persistence.conversation.SendBatchReader.LockedBatch;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.sending.LoadedDraft;
import dev.parley.domain.sending.SendPlan;
import dev.parley.domain.sending.SendPlanner;
import dev.parley.domain.user.UserHead;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Sends a batch of drafts, also a batch of one, in two round trips: the first locks and loads, the second stores and
 * commits. {@link SendPlanner} decides in between.
 */
final class SendBatch {

    private SendBatch() {}

    /** Waits for the users of the drafts. A batch that stores a message also ends the transaction. */
    static SendPlan send(Handle transaction, List<MessageDraft> drafts) {
        Set<UserId> users =
                drafts.stream().flatMap(draft -> draft.users().stream()).collect(Collectors.toSet());
        LockedBatch locked = SendBatchReader.lock(transaction, users, drafts);
        return send(transaction, locked.users(), locked.drafts());
    }

    /**
     * As {@link #send(Handle, List)}, for drafts that are loaded already.
     *
     * @param users every existing user of the drafts, locked before the drafts were loaded
     */
    static SendPlan send(Handle transaction, Map<UserId, UserHead> users, List<LoadedDraft> drafts) {
        SendPlan plan = SendPlanner.plan(users, drafts);
        if (!plan.storesNothing()) {
            SendBatchWriter.storeAndCommit(transaction, plan);
        }
        return plan;
    }
}
