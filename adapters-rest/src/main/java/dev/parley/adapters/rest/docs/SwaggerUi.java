package dev.parley.adapters.rest.docs;

import dev.parley.adapters.rest.file.ServedFile;
import dev.parley.adapters.rest.file.ServedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** The files of the page: Parley's own, and those of Swagger UI from the web jar that the build pins. */
public final class SwaggerUi {

    public static final String PAGE = "index.html";

    public static final String SCRIPT = "text/javascript;charset=utf-8";
    public static final String STYLES = "text/css;charset=utf-8";

    private SwaggerUi() {}

    public static ServedFiles files() {
        return new ServedFiles(Map.of(
                PAGE,
                ours(PAGE, "text/html;charset=utf-8"),
                "page.css",
                ours("page.css", STYLES),
                "page.js",
                ours("page.js", SCRIPT),
                "swagger-ui.css",
                theirs("swagger-ui.css", STYLES),
                "swagger-ui-bundle.js",
                theirs("swagger-ui-bundle.js", SCRIPT),
                "favicon-32x32.png",
                theirs("favicon-32x32.png", "image/png")));
    }

    private static ServedFile ours(String name, String mediaType) {
        return new ServedFile(mediaType, bytes("/dev/parley/adapters/rest/docs/" + name));
    }

    /** The path has the version of Swagger UI. */
    private static ServedFile theirs(String name, String mediaType) {
        return new ServedFile(
                mediaType, bytes("/META-INF/resources/webjars/swagger-ui/%s/%s".formatted(version(), name)));
    }

    private static String version() {
        try (InputStream stream = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = open(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = SwaggerUi.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("expected the resource " + resource + ", found none");
        }
        return stream;
    }
}
