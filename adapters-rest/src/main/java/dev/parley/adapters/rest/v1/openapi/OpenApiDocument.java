package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads openapi.yaml, the specification of v1. */
public final class OpenApiDocument {

    private static final String FILE = "openapi.yaml";

    private OpenApiDocument() {}

    /**
     * The document as JSON.
     *
     * @param version the version of the service, which the file does not know
     */
    public static JsonNode read(String version) {
        try (InputStream yaml = OpenApiDocument.class.getResourceAsStream(FILE)) {
            if (yaml == null) {
                throw new IllegalStateException("expected the resource " + FILE + ", found none");
            }
            JsonNode document = YAMLMapper.builder().build().readTree(yaml);
            ((ObjectNode) document.get("info")).put("version", version);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
