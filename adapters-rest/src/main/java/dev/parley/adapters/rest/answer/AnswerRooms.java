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
 * Gives the room of an answer back when its request is over, however it ends: read, broken off or never written.
 *
 * <p>The rooms are kept here and not with the request: one that was answered asynchronously may be the server's again, and
 * hold nothing any more, before it is known to be over.
 */
public final class AnswerRooms implements ApplicationEventListener {

    private final Map<ContainerRequestContext, Room> taken = new ConcurrentHashMap<>();

    void note(Room room, ContainerRequestContext request) {
        giveBack(request); // an answer that could not be written is followed by one that says so
        taken.put(request, room);
    }

    @Override
    public void onEvent(ApplicationEvent event) {}

    @Override
    public RequestEventListener onRequest(RequestEvent start) {
        return event -> {
            if (event.getType() == RequestEvent.Type.FINISHED) {
                giveBack(event.getContainerRequest());
            }
        };
    }

    private void giveBack(ContainerRequestContext request) {
        Optional.ofNullable(taken.remove(request)).ifPresent(Room::close);
    }
}
