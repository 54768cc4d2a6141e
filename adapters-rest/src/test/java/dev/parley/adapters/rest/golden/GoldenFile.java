package dev.parley.adapters.rest.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The scenarios by name, each with its steps in order. */
public record GoldenFile(Map<String, List<GoldenStep>> scenarios) {

    private static final String RESOURCE = "/golden/classic.json";

    public static GoldenFile load() {
        try (InputStream file = Objects.requireNonNull(GoldenFile.class.getResourceAsStream(RESOURCE))) {
            return of(new JsonMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenFile of(JsonNode file) {
        Map<String, List<GoldenStep>> scenarios = new LinkedHashMap<>();
        file.properties().forEach(entry -> scenarios.put(entry.getKey(), steps(entry.getKey(), entry.getValue())));
        return new GoldenFile(scenarios);
    }

    private static List<GoldenStep> steps(String scenario, JsonNode list) {
        List<GoldenStep> steps = new ArrayList<>();
        for (JsonNode step : list) {
            steps.add(new GoldenStep(scenario, steps.size() + 1, step.get("request"), step.get("answer")));
        }
        return steps;
    }
}
