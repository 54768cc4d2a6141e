package dev.parley.bootstrap.http;

import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Refuses bodies whose end two servers could find at different places, and closes the connection (RFC 9112, section 6.1): a
 * transfer coding in HTTP/1.0, and any that is not {@code chunked} alone. Jetty reads the first and ignores the others.
 */
public final class StrictFraming implements HttpConfiguration.Customizer, LifeCycle.Listener {

    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (event instanceof Server server) {
            ForwardedAddresses.configurationsOf(server, connector -> true)
                    .forEach(configuration -> configuration.addCustomizer(this));
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        List<String> codings = request.getHeaders().getFields(HttpHeader.TRANSFER_ENCODING).stream()
                .map(HttpField::getValue)
                .toList();
        if (!codings.isEmpty() && !(isOf1dot1(request) && isChunkedAlone(codings))) {
            request.addHttpStreamWrapper(LastOnItsConnection::new);
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
        }
        return request;
    }

    private static boolean isOf1dot1(Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1;
    }

    private static boolean isChunkedAlone(List<String> codings) {
        return codings.size() == 1 && "chunked".equalsIgnoreCase(codings.getFirst());
    }

    /** Nothing more is read from the connection, whatever writes the response. */
    private static final class LastOnItsConnection extends HttpStream.Wrapper {

        LastOnItsConnection(HttpStream stream) {
            super(stream);
        }

        @Override
        public void prepareResponse(HttpFields.Mutable headers) {
            super.prepareResponse(headers);
            headers.put(HttpFields.CONNECTION_CLOSE);
        }
    }
}
