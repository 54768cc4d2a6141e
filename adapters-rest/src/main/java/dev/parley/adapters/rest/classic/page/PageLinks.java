package dev.parley.adapters.rest.classic.page;

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
 * @param base what they begin with
 * @param username whose conversation with the reader
 * @param query what the client asked for, beside the page also
 */
public record PageLinks(URI base, String username, QueryString query) {

    static final String PAGE = "page";

    /** Those of the conversation that a request reads. */
    public static PageLinks of(HttpServletRequest request, UriInfo uri) {
        return new PageLinks(
                LinkBase.of(request).of(request, uri.getBaseUri()),
                PathName.lastOf(uri),
                QueryString.parse(request.getQueryString()));
    }

    /** The page that the query asks for, the first if it does not; empty if what it asks for can be no page. */
    public Optional<PageChoice> requestedPage() {
        return PageNumber.parse(query.lastValue(PAGE).orElse("1"));
    }

    /** The first page has no number in its link. */
    public String to(long page) {
        String parameters = (page == 1 ? query.without(PAGE) : query.with(PAGE, Long.toString(page))).encoded();
        String path = base + "message/" + PercentCoding.encode(username, PercentCoding.SAFE_IN_PATH) + "/";
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
