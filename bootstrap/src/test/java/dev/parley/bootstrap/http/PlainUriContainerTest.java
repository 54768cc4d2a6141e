package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside Jersey's own servlet, behind servers that let through what ours does. */
final class PlainUriContainerTest {

    private final Server ours = new Server();
    private final Server jerseys = new Server();

    @AfterEach
    void stop() throws Exception {
        ours.stop();
        jerseys.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/, x, http://x/ http://x/ [] []",
        "/v1/conversations/bo/messages, x:8080, "
                + "http://x:8080/ http://x:8080/v1/conversations/bo/messages [v1/conversations/bo/messages] "
                + "[v1/conversations/bo/messages]",
        "/v1/a%20b?q=1, x, http://x/ http://x/v1/a%20b?q=1 [v1/a%20b] [v1/a b]",
    })
    void tellsOfARequest(String target, String host, String told) throws Exception {
        start("/*");

        assertThat(ask(ours, target, host)).endsWith("\r\n\r\n" + told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "/a",
                "/a/",
                "//a//b",
                "/a/../b",
                "/a/./b",
                "/..",
                "/v1/users/b.o@example.org",
                "/a+b_c-d~e.f",
                "/:",
                "/a:b",
                "/a;b=c",
                "/a%2Fb",
                "/a%2fb",
                "/a%",
                "/a%zz",
                "/%7Ebo",
                "/a%20b",
                "/a b",
                "/a|b",
                "/{a}",
                "/%7Ba%7D",
                "/a?b",
                "/a?",
                "/a?b=c&d=%20",
                "/a?{b}",
                "/a#b",
                "/\u00e4",
                "/%C3%A4",
                "/a*b",
                "/a,b",
                "/a=b",
                "/a&b",
                "/a$b",
                "/a!b",
                "/a'b",
                "/(a)",
                "/[a]",
                "/a\\b",
                "/a^b",
                "/a`b",
                "/a\"b",
                "/<a>",
                "http://y/a",
                "http://y:81/a?b",
                "https://y/a",
                "http://u@y/a",
                "a",
                "*",
                "?a",
                "@y/a",
                ":80/a"
            })
    void everyTargetIsWhatItIsToJersey(String target) throws Exception {
        start("/*");

        assertThat(ask(ours, target, "x:8080")).isEqualTo(ask(jerseys, target, "x:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x:80",
                "x:443",
                "x:0",
                "x:65535",
                "x:65536",
                "x:",
                ":80",
                "x:y",
                "x:-1",
                "a.b.c",
                "a..b",
                ".",
                "-",
                "a_b",
                "a_b:8080",
                "A.B",
                "127.0.0.1",
                "127.0.0.1:8080",
                "256.1.1.1",
                "1.2.3",
                "1",
                "01",
                "[::1]",
                "[::1]:8080",
                "::1",
                "a:b:c",
                "u@x",
                "u:p@x",
                "~",
                "+",
                "a+b",
                "a~b",
                "a/b",
                "/",
                "//",
                "x/@y",
                "x?",
                "x#",
                "x%20y",
                "x%41",
                "x y",
                "\u00e4",
                "xn--4ca",
                "x\\y",
                "a,b",
                "{x}"
            })
    void everyHostIsWhatItIsToJersey(String host) throws Exception {
        start("/*");

        assertThat(ask(ours, "/v1/a", host)).isEqualTo(ask(jerseys, "/v1/a", host));
    }

    /** Whatever has no slash is looked up among the names of servlets. */
    @ParameterizedTest
    @ValueSource(strings = {"jersey", "a", "*", "/", "/a", "jersey?a"})
    void soIsEveryTargetOfOptions(String target) throws Exception {
        start("/*");

        assertThat(ask(ours, "OPTIONS", target, "x")).isEqualTo(ask(jerseys, "OPTIONS", target, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/", "/api/v1/a", "/apiv1"})
    void belowTheRootToo(String target) throws Exception {
        start("/api/*");

        assertThat(ask(ours, target, "x")).isEqualTo(ask(jerseys, target, "x"));
    }

    @ParameterizedTest
    @CsvSource({"x, y", "x, x:81", "x, x"})
    void eachRequestHasItsOwnBase(String first, String second) throws Exception {
        start("/*");
        ask(ours, "/a", first);

        assertThat(ask(ours, "/a", second)).endsWith("\r\n\r\nhttp://" + second + "/ http://" + second + "/a [a] [a]");
    }

    private void start(String pattern) throws Exception {
        JettyLog.quieten();
        start(ours, new PlainUriContainer(new ResourceConfig(Teller.class)), pattern);
        start(jerseys, new ServletContainer(new ResourceConfig(Teller.class)), pattern);
    }

    private static void start(Server server, Servlet jersey, String pattern) throws Exception {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setSendDateHeader(false);
        ServletContextHandler context = new ServletContextHandler("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder("jersey", jersey), pattern);
        server.addConnector(new ServerConnector(server, new HttpConnectionFactory(configuration)));
        server.setHandler(context);
        server.start();
    }

    private static String ask(Server server, String target, String host) throws IOException {
        return ask(server, "GET", target, host);
    }

    private static String ask(Server server, String method, String target, String host) throws IOException {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            String request = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.replace(":" + port, ":PORT"); // of a request without a host
        }
    }

    /** Says all that a resource can know of where it was asked. */
    @Path("{path: .*}")
    public static final class Teller {

        @GET
        public String tell(@Context UriInfo uri, @PathParam("path") String path) {
            return uri.getBaseUri() + " " + uri.getRequestUri() + " [" + uri.getPath(false) + "] [" + path + "]";
        }
    }
}
