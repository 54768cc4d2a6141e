package dev.parley.adapters.rest.request;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes in what nobody has read of a request's body, within bounds. Otherwise the connection would have to be cut, and a
 * client that is still sending would see a broken connection in place of its answer.
 */
public final class UnreadBody implements ContainerResponseFilter {

    /** Whoever sends more than this unasked is cut off. */
    static final int MAX_BYTES = 8 << 20;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString("Expect") != null) {
            return; // the client waits to be asked for its body, and reading would be asking
        }
        if (request.getProperty(RequestProperty.HTTP) instanceof HttpServletRequest http) {
            drain(http);
        }
    }

    /** Not through JAX-RS, whose stream throws once its reader has closed it: for each request that had a body. */
    private static void drain(HttpServletRequest request) {
        try {
            ServletInputStream body = request.getInputStream();
            if (!body.isFinished()) {
                drain(body);
            }
        } catch (IOException e) {
            // the client is gone, and its answer will find that out
        }
    }

    /** Reads to the end, or to the bound, or to where the client breaks off. */
    public static void drain(InputStream body) {
        byte[] buffer = new byte[8192];
        int left = MAX_BYTES;
        try {
            int count = body.read(buffer);
            while (count >= 0 && left > 0) {
                left -= count;
                count = body.read(buffer);
            }
        } catch (IOException | RuntimeException e) {
            // the client is gone, which its answer will find out, or so slow that the server reads no more of it
        }
    }
}
