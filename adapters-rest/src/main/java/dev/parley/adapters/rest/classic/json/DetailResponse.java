package dev.parley.adapters.rest.classic.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, in one sentence.
 *
 * @param requestId only with failures of ours, so that whoever reports one can name it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetailResponse(
        String detail, @JsonProperty("request_id") @Nullable String requestId) implements ClassicBody {

    public DetailResponse(String detail) {
        this(detail, null);
    }
}
