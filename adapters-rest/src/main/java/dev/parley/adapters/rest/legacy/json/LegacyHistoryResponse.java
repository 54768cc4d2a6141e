package dev.parley.adapters.rest.legacy.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.parley.adapters.rest.legacy.page.PageLinks;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.Result.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a conversation.
 *
 * @param count messages on all pages
 * @param next link to the page of older messages; null on the last page
 * @param previous link to the page of newer messages; null on the first page
 */
@JsonPropertyOrder({"count", "next", "previous", "results"})
public record LegacyHistoryResponse(
        long count, @Nullable String next, @Nullable String previous, List<LegacyMessageResponse> results)
        implements LegacyBody {

    public static LegacyHistoryResponse of(Page page, PageLinks links) {
        return new LegacyHistoryResponse(
                page.count(),
                page.number() < page.last() ? links.to(page.number() + 1) : null,
                page.number() > 1 ? links.to(page.number() - 1) : null,
                page.messages().stream()
                        .map(read -> LegacyMessageResponse.of(read.message(), read.readAt()))
                        .toList());
    }
}
