package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Mark;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Start;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A request for a page of a history. */
record HistoryRequest(Start start, int limit) {

    /** Message ids. No cursor matches: its first byte encodes as the letter A. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private enum Side {
        BEFORE("before"),
        AFTER("after"),
        AROUND("around");

        private final String parameter;

        Side(String parameter) {
            this.parameter = parameter;
        }

        private Start of(Mark mark) {
            return switch (this) {
                case BEFORE -> new Start.Before(mark);
                case AFTER -> new Start.After(mark);
                case AROUND -> new Start.Around(mark);
            };
        }
    }

    /** @throws jakarta.ws.rs.WebApplicationException if the query is invalid */
    static HistoryRequest read(QueryString query) {
        List<Side> sides = Arrays.stream(Side.values())
                .filter(side -> query.lastValue(side.parameter).isPresent())
                .toList();
        if (sides.size() > 1) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER, "Send only one of \"before\", \"after\" and \"around\".");
        }
        int limit = Paging.limit(query);
        return sides.stream()
                .findFirst()
                .map(side -> side.of(mark(query.lastValue(side.parameter).orElseThrow())))
                .map(start -> new HistoryRequest(start, limit))
                .orElseGet(() -> new HistoryRequest(new Start.Newest(), limit));
    }

    private static Mark mark(String asked) {
        return DIGITS.matcher(asked).matches()
                ? new Mark.Of(MessageName.orNone(asked))
                : HistoryCursors.CODEC.decode(asked);
    }
}
