package dev.parley.adapters.rest.v1.activity;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.page.PageResponse;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.activity.ActivityQueries.Line;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The activities of the caller, newest first. The most recent ones may be missing for a moment. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/me/activity")
public final class ActivityResource {

    private final ActivityQueries activities;

    public ActivityResource(ActivityQueries activities) {
        this.activities = activities;
    }

    @GET
    public PageResponse read(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        ActivityRequest request = ActivityRequest.read(V1Query.of(http));
        return request.paging()
                .page(
                        (after, limit) -> activities.readOwn(request.by(caller.user(), after, limit)),
                        Line::position,
                        ActivityResponse::of);
    }
}
