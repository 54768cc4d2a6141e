package dev.parley.adapters.rest.v1.page;

import dev.parley.adapters.rest.v1.json.V1Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record PageResponse(List<V1Body> items, @Nullable String next) implements V1Body {

    public PageResponse {
        items = List.copyOf(items);
    }
}
