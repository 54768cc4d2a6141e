package dev.parley.adapters.rest.legacy.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An error message.
 *
 * @param requestId only for errors of the service, so that users can quote it in a report
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetailResponse(
        String detail, @JsonProperty("request_id") @Nullable String requestId) implements LegacyBody {

    public DetailResponse(String detail) {
        this(detail, null);
    }
}
