package dev.parley.domain.conversation;

import java.util.List;

/**
 * Some messages on one side of a place in a conversation.
 *
 * @param messages newest first
 * @param more whether there are others beyond them, seen from the place
 */
public record HistoryPart(List<Message> messages, boolean more) {

    public HistoryPart {
        messages = List.copyOf(messages);
    }

    /**
     * What of a window goes into a page.
     *
     * @param nearestFirst the messages of the window in the order in which they are met, down to the first that the page
     *     has no room for, or further
     */
    public static HistoryPart of(HistoryWindow window, List<Message> nearestFirst, PageBound bound) {
        List<Message> page = bound.cut(nearestFirst, Message::contentBytes);
        boolean more = nearestFirst.size() > page.size();
        return switch (window) {
            case HistoryWindow.Newest newest -> new HistoryPart(page, more);
            case HistoryWindow.Before before -> new HistoryPart(page, more);
            case HistoryWindow.After after -> new HistoryPart(page.reversed(), more);
        };
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }
}
