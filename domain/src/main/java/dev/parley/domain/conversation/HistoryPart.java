package dev.parley.domain.conversation;

import java.util.List;

/**
 * Messages on one side of a place in a conversation.
 *
 * @param messages newest first
 * @param more whether the conversation continues beyond them, seen from the place
 */
public record HistoryPart(List<Message> messages, boolean more) {

    public HistoryPart {
        messages = List.copyOf(messages);
    }

    /**
     * Builds the page for a window.
     *
     * @param nearestFirst the messages of the window, the nearest to its place first, up to at least the first one that
     *     exceeds the bound
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
