package io.dunlin.report;

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
    private static final Template TEMPLATE = template();

    private HtmlReport() {}

    /** @param command how to repeat the run; null where it was not a command */
    public static String of(Comparison comparison, String command) {
        return TEMPLATE.data("page", new Pages(comparison).page(command)).render();
    }

    private static Template template() {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(HtmlReport::locate)
                .strictRendering(true)
                .build();
        return engine.getTemplate("simulation");
    }

    private static Optional<TemplateLocation> locate(String name) {
        var in = HtmlReport.class.getResourceAsStream("/report/" + name + ".html");
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
