package io.dunlin.scenario;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.language.StrategyFiles;
import io.dunlin.scenario.ScenarioUnreadable.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The scenarios of a strategy: {@code scenarios/*.yaml}, in the order of their names. */
public final class ScenarioFiles {
    static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Set<String> SECTIONS = Set.of("asOf", "scenarios");
    /** Whoever uploads a strategy must not be able to keep the service busy for ever. */
    private static final int MOST = 2_000;

    private final List<ScenarioText> scenarios;

    private ScenarioFiles(List<ScenarioText> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /** A strategy may have none. */
    public static ScenarioFiles of(StrategyFiles strategy) {
        var texts = new ArrayList<ScenarioText>();
        strategy.files().forEach((file, text) -> {
            if (file.startsWith(StrategyFiles.SCENARIOS)) {
                texts.addAll(split(file, text));
            }
        });
        if (texts.size() > MOST) {
            var message = "there are " + texts.size() + " scenarios; at most " + MOST + " are run";
            return new ScenarioFiles(
                    List.of(broken(StrategyFiles.SCENARIOS, new Complaint(0, message, "delete some"))));
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
        var lines = new YamlLines();
        JsonNode root;
        try {
            root = lines.read(yaml);
        } catch (ScenarioUnreadable e) {
            return List.of(broken(file, e.complaints().get(0)));
        }
        for (var section : (Iterable<String>) root::fieldNames) {
            if (!SECTIONS.contains(section)) {
                var message = "unknown section `" + section + "`";
                return List.of(broken(file, lines.complaint(root, section, message, Shape.hint(section, SECTIONS))));
            }
        }
        var list = root.path("scenarios");
        if (!list.isArray() || list.isEmpty()) {
            return List.of(broken(file, new Complaint(0, "has no `scenarios:` list", "begin it with `scenarios:`")));
        }
        var texts = new ArrayList<ScenarioText>();
        for (int i = 0; i < list.size(); i++) {
            var line = lines.of(list, i);
            if (list.get(i) instanceof ObjectNode body) {
                var name = body.path("name").asText("scenario in line " + line);
                var asOf = root.path("asOf").asText(null);
                texts.add(new ScenarioText(file, line, name, body, asOf, lines, List.of()));
            } else {
                texts.add(broken(file, new Complaint(line, "a scenario begins with `- name:`", null)));
            }
        }
        return texts;
    }

    private static ScenarioText broken(String file, Complaint complaint) {
        return new ScenarioText(file, complaint.line(), file, null, null, null, List.of(complaint));
    }
}
