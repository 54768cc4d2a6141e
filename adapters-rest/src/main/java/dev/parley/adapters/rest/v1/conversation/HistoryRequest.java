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

/** A page of a history, as a client asks for it. */
record HistoryRequest(Start start, int limit) {

    /** Of ids alone: the first byte of a cursor makes its first letter an A. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** The ways to say where the page is. */
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

    /** @throws jakarta.ws.rs.WebApplicationException that says what is wrong */
    static HistoryRequest read(QueryString query) {
        List<Side> sides = Arrays.stream(Side.values())
                .filter(side -> query.lastValue(side.parameter).isPresent())
                .toList();
        if (sides.size() > 1) {
            throw new ProblemException(ProblemCode.BAD_PARAMETER, "Say one of \"before\", \"after\" and \"around\".");
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
