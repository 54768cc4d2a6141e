package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestProperty;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * Lets whoever answers a request break its connection ({@link RequestProperty#CUT}). Closing the end point is what wakes a
 * thread that is blocked in a write; interrupting the thread would leave Jetty in the middle of that write.
 */
public final class ConnectionCutFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        Runnable cut = connection::close;
        request.setAttribute(RequestProperty.CUT, cut);
        chain.doFilter(request, response);
    }
}
