package io.dunlin.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The scenarios beside a strategy's rules: {@code scenarios/*.yaml}, in the order of their names. */
public final class ScenarioFiles {
    static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> SECTIONS = Set.of("asOf", "scenarios");

    private final List<ScenarioText> scenarios;

    private ScenarioFiles(List<ScenarioText> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /** Reads those of the strategy in {@code folder}; a strategy may have none. */
    public static ScenarioFiles read(Path folder) throws IOException {
        var texts = new ArrayList<ScenarioText>();
        var scenarios = folder.resolve("scenarios");
        if (Files.isDirectory(scenarios)) {
            try (var files = Files.list(scenarios)) {
                for (var file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    texts.addAll(split(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
                }
            }
        }
        return new ScenarioFiles(texts);
    }

    static ScenarioFiles of(String file, String yaml) {
        return new ScenarioFiles(split(file, yaml));
    }

    List<ScenarioText> scenarios() {
        return scenarios;
    }

    private static List<ScenarioText> split(String file, String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            var at =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            return List.of(broken(file, "not YAML" + at + ": " + e.getOriginalMessage()));
        }
        for (var section : (Iterable<String>) root::fieldNames) {
            if (!SECTIONS.contains(section)) {
                return List.of(broken(file, "unknown section `" + section + "`; known are " + SECTIONS));
            }
        }
        if (!root.path("scenarios").isArray() || root.path("scenarios").isEmpty()) {
            return List.of(broken(file, "has no `scenarios:` list"));
        }
        var texts = new ArrayList<ScenarioText>();
        for (var body : root.path("scenarios")) {
            var name = body.path("name").asText("scenario " + (texts.size() + 1));
            texts.add(new ScenarioText(file, name, body, root.path("asOf").asText(null), null));
        }
        return texts;
    }

    private static ScenarioText broken(String file, String problem) {
        return new ScenarioText(file, file, null, null, problem);
    }
}
