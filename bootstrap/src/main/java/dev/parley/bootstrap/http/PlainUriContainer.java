package dev.parley.bootstrap.http;

import dev.parley.domain.shared.Text;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Jersey's servlet, with a short way to the URI of a plain request. Jersey takes it apart, puts it together twice and has both
 * parsed, which is a twentieth of what a send costs the JVM. Where there is nothing to encode the outcome is the same; all else goes
 * Jersey's way.
 */
public final class PlainUriContainer extends ServletContainer {

    private static final long serialVersionUID = 1L;

    /** What may stand as it is both in a host with its port and in a path, and in most names of users. */
    private static final String MARKS = "-._~:/@+";

    /** Most requests come to one name of this service. */
    private volatile URI lastBase = URI.create("http://localhost/");

    public PlainUriContainer(ResourceConfig config) {
        super(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String uri = request.getRequestURL().toString();
        if (request.getQueryString() == null && isAtRoot(request) && Text.isOnly(uri, PlainUriContainer::isPlain)) {
            int path = uri.length() - request.getRequestURI().length();
            service(base(uri.substring(0, path + 1)), URI.create(uri), request, response);
        } else {
            super.service(request, response);
        }
    }

    private static boolean isAtRoot(HttpServletRequest request) {
        return "".equals(request.getContextPath()) && "".equals(request.getServletPath()); // null if found by its name
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || MARKS.indexOf(character) >= 0;
    }

    private URI base(String uri) {
        URI base = lastBase;
        if (!base.toString().equals(uri)) {
            base = URI.create(uri);
            lastBase = base;
        }
        return base;
    }
}
