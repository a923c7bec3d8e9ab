package io.dunlin.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A scenario as written, not understood yet.
 *
 * @param asOf the file's day, null if it names none
 * @param problem why the file could not be read as YAML; then there is no body
 */
record ScenarioText(String file, String name, JsonNode body, String asOf, String problem) {}
