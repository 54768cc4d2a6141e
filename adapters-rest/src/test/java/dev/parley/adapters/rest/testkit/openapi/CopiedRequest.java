package dev.parley.adapters.rest.testkit.openapi;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;

/** A request that keeps what is read of its body. */
final class CopiedRequest extends HttpServletRequestWrapper {

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    private final Function<CopiedRequest, AsyncListener> listener;
    private volatile boolean alone;

    /** @param listener to the end of the request, if it continues after its thread has left it */
    CopiedRequest(HttpServletRequest request, Function<CopiedRequest, AsyncListener> listener) {
        super(request);
        this.listener = listener;
    }

    boolean goesOnAlone() {
        return alone;
    }

    @Override
    public AsyncContext startAsync() {
        return listened(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return listened(super.startAsync(request, response));
    }

    private AsyncContext listened(AsyncContext context) {
        alone = true;
        context.addListener(listener.apply(this));
        return context;
    }

    byte[] copy() {
        return copy.toByteArray();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream body = super.getInputStream();
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                int octet = body.read();
                if (octet >= 0) {
                    copy.write(octet);
                }
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = body.read(buffer, offset, length);
                if (count > 0) {
                    copy.write(buffer, offset, count);
                }
                return count;
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }
        };
    }
}
