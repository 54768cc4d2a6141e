package dev.parley.adapters.rest.legacy.page;

import dev.parley.adapters.rest.uri.PathName;
import dev.parley.adapters.rest.uri.PercentCoding;
import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.PageChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/**
 * Links to the pages of one conversation.
 *
 * @param base the base of the links
 * @param username the other user of the conversation
 * @param query the requested query, including parameters other than the page
 */
public record PageLinks(URI base, String username, QueryString query) {

    static final String PAGE = "page";

    /** Creates the links for a request that reads a conversation. */
    public static PageLinks of(HttpServletRequest request, UriInfo uri) {
        return new PageLinks(
                LinkBase.of(request).of(request, uri.getBaseUri()),
                PathName.lastOf(uri),
                QueryString.parse(request.getQueryString()));
    }

    /** Returns the requested page, by default the first; empty if the number is invalid. */
    public Optional<PageChoice> requestedPage() {
        return PageNumber.parse(query.lastValue(PAGE).orElse("1"));
    }

    /** The link to the first page has no page number. */
    public String to(long page) {
        String parameters = (page == 1 ? query.without(PAGE) : query.with(PAGE, Long.toString(page))).encoded();
        String path = base + "message/" + PercentCoding.encode(username, PercentCoding.SAFE_IN_PATH) + "/";
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
