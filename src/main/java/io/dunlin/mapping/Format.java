package io.dunlin.mapping;

import java.util.List;

/**
 * How a file is written.
 *
 * @param thousands mark between groups of three digits; empty where there is none
 * @param dates patterns tried one after the other
 */
record Format(String delimiter, String decimal, String thousands, List<String> dates, boolean trim) {
    /** What a program writes: commas, decimal points, ISO dates. */
    static final Format PLAIN = new Format(",", ".", "", List.of("yyyy-MM-dd"), true);
}
