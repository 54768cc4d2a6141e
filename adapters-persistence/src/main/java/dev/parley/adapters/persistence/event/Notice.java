package dev.parley.adapters.persistence.event;

import dev.parley.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The payload of a {@code NOTIFY} between nodes: these users may have new events. Its text is {@code node:17,18}.
 *
 * @param node the node that sends it
 */
record Notice(String node, Set<UserId> users) {

    static final String CHANNEL = "parley_events";

    /** On this channel the same text means: sessions of these users have ended, or the users are erased. */
    static final String ACCOUNTS = "parley_accounts";

    /** PostgreSQL rejects payloads of 8000 bytes or more. */
    static final int MAX_BYTES = 7_999;

    private static final int MAX_DIGITS = 20;

    Notice {
        users = Set.copyOf(users);
    }

    /** Returns as few notices as can name all the users. */
    static List<Notice> of(String node, Collection<UserId> users) {
        int roomForIds = MAX_BYTES - bytes(node) - 1;
        int usersInOne = Math.max(1, roomForIds / MAX_DIGITS);
        List<Notice> notices = new ArrayList<>();
        List<UserId> all = List.copyOf(users);
        for (int from = 0; from < all.size(); from += usersInOne) {
            notices.add(new Notice(node, Set.copyOf(all.subList(from, Math.min(all.size(), from + usersInOne)))));
        }
        return notices;
    }

    /** Empty if the text has another form: another program or version may use the channel. */
    static Optional<Notice> parse(String text) {
        int end = text.lastIndexOf(':');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Notice(
                    text.substring(0, end),
                    Stream.of(text.substring(end + 1).split(",", -1))
                            .map(id -> new UserId(Long.parseLong(id)))
                            .collect(Collectors.toUnmodifiableSet())));
        } catch (IllegalArgumentException noIds) {
            return Optional.empty();
        }
    }

    String text() {
        return node + users.stream().map(user -> Long.toString(user.value())).collect(Collectors.joining(",", ":", ""));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
