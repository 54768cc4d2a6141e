package dev.parley.adapters.rest.v1.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a value looks like, and one such value. */
record Shape(ObjectNode schema, JsonNode example) {}
