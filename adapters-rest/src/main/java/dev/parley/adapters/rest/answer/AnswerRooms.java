package dev.parley.adapters.rest.answer;

import dev.parley.adapters.rest.request.AnswerBudget.Room;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Releases the memory of a response when its request has ended, whether the client has read the response or not.
 *
 * <p>The request itself cannot keep it: the server may already reuse an asynchronous request before Jersey reports its end.
 */
public final class AnswerRooms implements ApplicationEventListener {

    private final Map<ContainerRequestContext, Room> taken = new ConcurrentHashMap<>();

    void hold(Room room, ContainerRequestContext request) {
        release(request); // a response that could not be written is followed by an error response
        taken.put(request, room);
    }

    @Override
    public void onEvent(ApplicationEvent event) {}

    @Override
    public RequestEventListener onRequest(RequestEvent start) {
        return event -> {
            if (event.getType() == RequestEvent.Type.FINISHED) {
                release(event.getContainerRequest());
            }
        };
    }

    private void release(ContainerRequestContext request) {
        Optional.ofNullable(taken.remove(request)).ifPresent(Room::close);
    }
}
