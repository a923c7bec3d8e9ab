package io.dunlin.report;

import java.util.List;

/** Everything the page of an experiment shows, in words and coordinates. */
public record ExperimentPage(
        String title,
        String verdict,
        String lead,
        List<String> warnings,
        Forest forest,
        Table metrics,
        Table before,
        Table arms,
        Table association,
        List<String> notes,
        Table course) {}
