package io.dunlin.report;

import java.util.List;

/** Everything the template shows, in words and coordinates. */
public record Page(
        String title,
        String verdict,
        String caveat,
        String baseline,
        String candidate,
        Table figures,
        Sankey sankey,
        Table flow,
        List<Lines> workload,
        Table load,
        Table overloaded,
        Table perWeek,
        Bars ageing,
        Table ages,
        Lines cash,
        Table cashTable,
        Table costs,
        Table stages,
        AssumedSection assumed,
        List<Table> groups,
        Table changes,
        String changesNote,
        Table effects,
        Table rules,
        List<String> silent,
        Table promises,
        List<Table.Row> manifest,
        List<String> notes) {}
