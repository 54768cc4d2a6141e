package dev.parley.adapters.rest.answer;

import dev.parley.adapters.rest.request.AnswerBudget.Room;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/** Gives the room of an answer back when its request is over, however it ends: read, broken off or never written. */
public final class AnswerRooms implements ApplicationEventListener {

    private static final String ROOM = "parley.answer_room";

    static void note(Room room, ContainerRequestContext request) {
        giveBack(request); // an answer that could not be written is followed by one that says so
        request.setProperty(ROOM, room);
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

    private static void giveBack(ContainerRequestContext request) {
        if (request.getProperty(ROOM) instanceof Room room) {
            request.removeProperty(ROOM);
            room.close();
        }
    }
}
