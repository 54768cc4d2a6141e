package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.legacy.page.LinkBase;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Stores the base of page links in the request. */
@Legacy
final class LinkBaseFilter implements ContainerRequestFilter {

    private final LinkBase base;

    LinkBaseFilter(LinkBase base) {
        this.base = base;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(LinkBase.PROPERTY, base);
    }
}
