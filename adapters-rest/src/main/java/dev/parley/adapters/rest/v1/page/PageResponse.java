package dev.parley.adapters.rest.v1.page;

import dev.parley.adapters.rest.v1.json.V1Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list.
 *
 * @param next cursor to go on with; null at the end of the list
 */
public record PageResponse(List<V1Body> items, @Nullable String next) implements V1Body {

    public PageResponse {
        items = List.copyOf(items);
    }
}
