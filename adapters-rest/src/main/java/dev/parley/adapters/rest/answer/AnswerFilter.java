package dev.parley.adapters.rest.answer;

import dev.parley.adapters.rest.error.Failure;
import dev.parley.adapters.rest.error.FailureFilter;
import dev.parley.adapters.rest.error.RetryAfter;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.request.AnswerBudget;
import dev.parley.adapters.rest.request.AnswerBudget.Room;
import dev.parley.adapters.rest.request.FilterOrder;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the body of a response into bytes, after all other filters and before anything is written. So a response for which
 * there is no memory can still be replaced by a refusal in the format of its API.
 *
 * <p>Only reads are refused. A client that has changed something must learn the outcome, and such a response is small.
 */
@Priority(FilterOrder.BODIES)
public final class AnswerFilter implements ContainerResponseFilter {

    private static final Failure NO_MEMORY =
            new Failure.Unavailable(RetryAfter.RESPONSE_MEMORY, "too little memory for a large response");

    private static final Set<String> READINGS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final List<JsonBodies> apis;
    private final AnswerBudget budget;
    private final AnswerRooms rooms;
    private final FailureFilter failures;

    /** @param budget the memory that the large responses of all APIs share */
    public AnswerFilter(List<JsonBodies> apis, AnswerBudget budget, AnswerRooms rooms, FailureFilter failures) {
        this.apis = List.copyOf(apis);
        this.budget = budget;
        this.rooms = rooms;
        this.failures = failures;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        apiOf(response).ifPresent(bodies -> answer(bodies.write(response.getEntity()), request, response));
    }

    private Optional<JsonBodies> apiOf(ContainerResponseContext response) {
        return apis.stream().filter(api -> api.include(response.getEntity())).findFirst();
    }

    private void answer(byte[] body, ContainerRequestContext request, ContainerResponseContext response) {
        if (!READINGS.contains(request.getMethod())) {
            response.setEntity(body);
            return;
        }
        Optional<Room> room = budget.take(body.length);
        if (room.isPresent()) {
            rooms.hold(room.get(), request);
            response.setEntity(body);
        } else {
            failures.answer(NO_MEMORY, request, response);
            filter(request, response);
        }
    }
}
