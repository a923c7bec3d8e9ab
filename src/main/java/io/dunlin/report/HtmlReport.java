package io.dunlin.report;

import io.dunlin.experiment.ReadOut;
import io.dunlin.simulation.Comparison;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A comparison as one HTML file that needs nothing else: no script, no font, no picture from anywhere. */
public final class HtmlReport {
    private static final Engine ENGINE = engine();

    private HtmlReport() {}

    /** @param command how to repeat the run; null where it was not a command */
    public static String of(Comparison comparison, String command) {
        return template("simulation")
                .data("page", new Pages(comparison).page(command))
                .render();
    }

    public static String of(ReadOut readOut) {
        return template("experiment")
                .data("page", new ExperimentSections(readOut).page())
                .render();
    }

    private static Template template(String name) {
        return ENGINE.getTemplate(name);
    }

    private static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(HtmlReport::locate)
                .strictRendering(true)
                .build();
    }

    private static Optional<TemplateLocation> locate(String name) {
        var file = name.contains(".") ? name : name + ".html";
        var in = HtmlReport.class.getResourceAsStream("/report/" + file);
        return in == null ? Optional.empty() : Optional.of(new Html(in));
    }

    private record Html(InputStream in) implements TemplateLocation {
        @Override
        public Reader read() {
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
