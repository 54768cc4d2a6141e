package dev.parley.adapters.rest.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.adapters.rest.error.Failure;
import dev.parley.adapters.rest.error.FailureFilter;
import dev.parley.adapters.rest.json.JsonBodies;
import dev.parley.adapters.rest.request.AnswerBudget;
import dev.parley.adapters.rest.request.AnswerBudget.Room;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the body of an answer into bytes, after all other filters and before anything is written: what cannot be written
 * is never half an answer, and for what there is no room the client is told so in the surface's own form.
 *
 * <p>Only readings are refused. Whoever has sent something must learn that it was taken, and such an answer says little
 * more than they did.
 */
@Priority(0)
public final class AnswerFilter implements ContainerResponseFilter {

    private static final Set<String> READINGS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final List<JsonBodies> surfaces;
    private final AnswerBudget budget;
    private final AnswerRooms rooms;
    private final FailureFilter failures;

    /** @param budget what the large answers of all surfaces share */
    public AnswerFilter(List<JsonBodies> surfaces, AnswerBudget budget, AnswerRooms rooms, FailureFilter failures) {
        this.surfaces = List.copyOf(surfaces);
        this.budget = budget;
        this.rooms = rooms;
        this.failures = failures;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        surfaceOf(response).ifPresent(bodies -> {
            try {
                answer(bodies.write(response.getEntity()), request, response);
            } catch (JsonProcessingException e) {
                refuse(new Failure.Unexpected(e), request, response);
            }
        });
    }

    private Optional<JsonBodies> surfaceOf(ContainerResponseContext response) {
        return surfaces.stream()
                .filter(surface -> surface.include(response.getEntity()))
                .findFirst();
    }

    private void answer(byte[] body, ContainerRequestContext request, ContainerResponseContext response) {
        if (!READINGS.contains(request.getMethod())) {
            response.setEntity(body);
            return;
        }
        Optional<Room> room = budget.take(body.length);
        if (room.isPresent()) {
            rooms.note(room.get(), request);
            response.setEntity(body);
        } else {
            refuse(new Failure.Unavailable(AnswerBudget.refusal()), request, response);
        }
    }

    private void refuse(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        failures.answer(failure, request, response);
        filter(request, response);
    }
}
