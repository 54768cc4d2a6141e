package dev.parley.application.testkit.contract;

import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.application.port.out.inbox.Inboxes.InboxRow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Anna, Bo and Carla, registered, and steps that the cases of {@link InboxesContract} share. */
abstract class WithInboxes extends WithStores {

    protected UserId anna;
    protected UserId bo;
    protected UserId carla;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
        carla = registered("carla");
    }

    protected final List<InboxRow> list(UserId owner) {
        return list(owner, false);
    }

    protected final List<InboxRow> list(UserId owner, boolean unreadOnly) {
        return stores.inboxes().list(owner, unreadOnly, Optional.empty(), Inboxes.MAX_PAGE);
    }

    protected final List<Message> lastShown(UserId owner) {
        return list(owner).stream().map(InboxRow::lastShown).toList();
    }

    /** The last messages of all pages of Anna's inbox. */
    protected final List<Message> inPages(int size, boolean unreadOnly) {
        List<Message> shown = new ArrayList<>();
        List<InboxRow> page = stores.inboxes().list(anna, unreadOnly, Optional.empty(), size);
        while (!page.isEmpty()) {
            page.forEach(entry -> shown.add(entry.lastShown()));
            InboxPlace last = page.getLast().placeIn(anna);
            page = stores.inboxes().list(anna, unreadOnly, Optional.of(last), size);
        }
        return shown;
    }
}
