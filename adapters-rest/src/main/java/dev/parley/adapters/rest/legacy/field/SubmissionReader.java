package dev.parley.adapters.rest.legacy.field;

import dev.parley.adapters.rest.json.BodyFlaw;
import dev.parley.adapters.rest.json.JsonBodyReader;
import dev.parley.adapters.rest.json.MalformedJsonException;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** Reads submissions, with the error messages of the legacy API. An empty body is a submission without fields. */
public final class SubmissionReader extends JsonBodyReader<Submission> {

    public SubmissionReader() {
        super(Submission.class);
    }

    @Override
    protected Submission ofNothing() {
        return new Submission.Fields(Map.of());
    }

    @Override
    protected Submission parse(byte[] body) throws MalformedJsonException {
        return SubmissionParser.parse(body);
    }

    @Override
    protected WebApplicationException refusal(BodyFlaw flaw) {
        return switch (flaw) {
            case BodyFlaw.Unreadable() -> refusal(Status.BAD_REQUEST, "The request body could not be read.");
            case BodyFlaw.NotJson(String mediaType) ->
                refusal(Status.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type \"" + mediaType + "\" in request.");
            case BodyFlaw.TooLarge(int maxBytes) ->
                refusal(Status.REQUEST_ENTITY_TOO_LARGE, "Request body exceeds " + maxBytes + " bytes.");
            case BodyFlaw.Malformed(String reason) -> refusal(Status.BAD_REQUEST, "JSON parse error - " + reason);
        };
    }

    private static WebApplicationException refusal(Status status, String detail) {
        return LegacyResponses.instead(LegacyResponses.detail(status, detail));
    }
}
