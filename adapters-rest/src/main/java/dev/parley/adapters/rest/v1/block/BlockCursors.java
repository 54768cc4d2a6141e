package dev.parley.adapters.rest.v1.block;

import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.domain.user.UserId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cursors of the list of blocked users, which is ordered by user id. */
final class BlockCursors {

    static final CursorCodec<UserId> CURSORS =
            new CursorCodec<>("blocks", id -> Long.toString(id.value()), BlockCursors::parse);

    static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private BlockCursors() {}

    private static Optional<UserId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new UserId(Long.parseLong(text))) : Optional.empty();
    }
}
