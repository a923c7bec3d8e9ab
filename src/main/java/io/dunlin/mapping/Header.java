package io.dunlin.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column stands where.
 *
 * @param typed positions of the columns whose values are no text
 */
record Header(List<String> columns, Map<String, Integer> positions, Set<Integer> typed) {

    static Header of(List<String> names, Mapping mapping, Set<Integer> typed) throws UnreadableFile {
        var columns = names.stream()
                .map(name -> mapping.format().trim() ? name.strip() : name)
                .toList();
        var positions = new LinkedHashMap<String, Integer>();
        var twice = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            if (positions.putIfAbsent(columns.get(i), i) != null) {
                twice.add(columns.get(i));
            }
        }
        var header = new Header(columns, positions, typed);
        header.check(mapping, twice);
        return header;
    }

    private void check(Mapping mapping, List<String> twice) throws UnreadableFile {
        var wrong = new ArrayList<String>();
        mapping.fields().forEach((field, source) -> {
            for (var column : Template.columns(source)) {
                if (twice.contains(column)) {
                    wrong.add("the column `" + column + "` stands in the header twice");
                } else if (!positions.containsKey(column) && !source.optional()) {
                    wrong.add("there is no column `" + column + "` (needed for " + field + ")"
                            + DidYouMean.hint(column, columns));
                }
            }
        });
        if (!wrong.isEmpty()) {
            throw new UnreadableFile("the header does not fit the mapping: "
                    + String.join("; ", wrong.stream().distinct().toList()));
        }
    }
}
