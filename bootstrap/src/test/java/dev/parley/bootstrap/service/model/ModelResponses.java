package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The responses of v1. Lists have one page, because the limits are high enough. */
public record ModelResponses(Model model) {

    /** @param cursor of the newest event */
    public JsonNode inbox(ModelUser owner, String cursor) {
        return Json.object("items", conversations(owner, false), "next", Optional.empty(), "event_cursor", cursor);
    }

    /**
     * The conversation with the latest message is first.
     *
     * @param unreadOnly omits conversations without unread messages
     */
    public List<JsonNode> conversations(ModelUser owner, boolean unreadOnly) {
        return model.users().stream()
                .filter(peer -> !shown(owner, peer).isEmpty())
                .filter(peer -> !unreadOnly || unread(owner, peer) > 0)
                .sorted(Comparator.comparingInt(
                                (ModelUser peer) -> last(owner, peer).number())
                        .reversed())
                .map(peer -> conversation(owner, peer))
                .toList();
    }

    private JsonNode conversation(ModelUser owner, ModelUser peer) {
        return Json.object(
                "peer", peer.name(),
                "last_message", last(owner, peer).json(),
                "unread_count", unread(owner, peer),
                "blocked", owner.isBlocking(peer),
                "read_up_to", model.messages().horizon(owner, peer),
                "peer_read_up_to", model.messages().horizon(peer, owner));
    }

    private List<ModelMessage> shown(ModelUser viewer, ModelUser peer) {
        return model.messages().shown(viewer, peer);
    }

    private ModelMessage last(ModelUser viewer, ModelUser peer) {
        return shown(viewer, peer).getLast();
    }

    private int unread(ModelUser reader, ModelUser peer) {
        return model.messages().countUnread(reader, peer);
    }

    public JsonNode unread(ModelUser reader) {
        List<Integer> counts = model.users().stream()
                .filter(peer -> !reader.isBlocking(peer))
                .map(peer -> unread(reader, peer))
                .filter(count -> count > 0)
                .toList();
        return Json.object("total", counts.stream().mapToInt(Integer::intValue).sum(), "conversations", counts.size());
    }

    /** The read position, as a receipt returns it. */
    public JsonNode reading(ModelUser reader, ModelUser peer) {
        return Json.object("read_up_to", model.messages().horizon(reader, peer), "unread_count", unread(reader, peer));
    }

    /** Empty if the message does not exist for the viewer. */
    public Optional<JsonNode> message(ModelUser viewer, ModelMessage message) {
        return message.isShownTo(viewer) ? Optional.of(message.json()) : Optional.empty();
    }

    /** Empty if the message does not exist for the viewer. */
    public Optional<JsonNode> report(ModelUser viewer, ModelMessage message) {
        return message.isShownTo(viewer) ? Optional.of(message.report(viewer)) : Optional.empty();
    }

    /** @param seen the number of events that the client has received */
    public JsonNode events(ModelUser reader, int seen) {
        List<JsonNode> all = events(reader);
        return Json.object("items", all.subList(seen, all.size()), "cursor", Wildcard.anyText(), "has_more", false);
    }

    /** Numbered from 1 without a gap. */
    public List<JsonNode> events(ModelUser reader) {
        List<ModelEvent> all = reader.events();
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).numbered(i + 1))
                .toList();
    }

    /** In the order in which the blocked users registered. */
    public JsonNode blocks(ModelUser blocker) {
        List<JsonNode> items = model.users().stream()
                .filter(blocker::isBlocking)
                .<JsonNode>map(blocked -> Json.object("username", blocked.name(), "since", blocker.since(blocked)))
                .toList();
        return Json.object("items", items, "next", Optional.empty());
    }

    /** Newest first. */
    public JsonNode sessions(ModelUser user, ModelSession current) {
        List<JsonNode> items = user.sessions().reversed().stream()
                .map(session -> session.listed(current))
                .toList();
        return Json.object("items", items, "next", Optional.empty());
    }

    public JsonNode me(ModelUser user, ModelSession current) {
        return Json.object("username", user.name(), "created_at", user.createdAt(), "session_id", current.id());
    }
}
