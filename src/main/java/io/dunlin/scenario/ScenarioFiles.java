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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The scenarios of a strategy: {@code scenarios/*.yaml}, in the order of their names. */
public final class ScenarioFiles {
    static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Set<String> SECTIONS = Set.of("asOf", "scenarios", "gaps");
    /** Whoever uploads a strategy must not be able to keep the service busy for ever. */
    private static final int MOST = 2_000;

    private final List<ScenarioText> scenarios;
    private final List<Gap> gaps;

    private ScenarioFiles(List<ScenarioText> scenarios, List<Gap> gaps) {
        this.scenarios = List.copyOf(scenarios);
        this.gaps = List.copyOf(gaps);
    }

    /** A strategy may have none. */
    public static ScenarioFiles of(StrategyFiles strategy) {
        var texts = new ArrayList<ScenarioText>();
        var gaps = new ArrayList<Gap>();
        strategy.files().forEach((file, text) -> {
            if (file.startsWith(StrategyFiles.SCENARIOS)) {
                split(file, text, texts, gaps);
            }
        });
        if (texts.size() > MOST) {
            var message = "there are " + texts.size() + " scenarios; at most " + MOST + " are run";
            var tooMany = broken(StrategyFiles.SCENARIOS, new Complaint(0, message, "delete some"));
            return new ScenarioFiles(List.of(tooMany), List.of());
        }
        return new ScenarioFiles(texts, gaps);
    }

    static ScenarioFiles of(String file, String yaml) {
        return of(new StrategyFiles("", new TreeMap<>(Map.of(StrategyFiles.SCENARIOS + file, yaml))));
    }

    List<ScenarioText> scenarios() {
        return scenarios;
    }

    /** Conditions that no scenario can show. */
    List<Gap> gaps() {
        return gaps;
    }

    private static void split(String file, String yaml, List<ScenarioText> texts, List<Gap> gaps) {
        var lines = new YamlLines();
        try {
            var root = lines.read(yaml);
            var complaints = new ArrayList<Complaint>();
            if (root instanceof ObjectNode object) {
                new Shape(lines, null, complaints).names(object, SECTIONS);
            }
            if (!root.path("scenarios").isArray()) {
                complaints.add(new Complaint(0, "there is no list `scenarios`", "begin the file with `scenarios:`"));
            }
            gaps.addAll(Gap.read(file, root, lines, complaints));
            if (complaints.isEmpty()) {
                split(file, root, lines, texts);
            } else {
                texts.add(new ScenarioText(file, 0, file, null, null, lines, complaints));
            }
        } catch (ScenarioUnreadable e) {
            texts.add(broken(file, e.complaints().get(0)));
        }
    }

    private static void split(String file, JsonNode root, YamlLines lines, List<ScenarioText> texts) {
        var list = root.path("scenarios");
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
    }

    private static ScenarioText broken(String file, Complaint complaint) {
        return new ScenarioText(file, complaint.line(), file, null, null, null, List.of(complaint));
    }
}
