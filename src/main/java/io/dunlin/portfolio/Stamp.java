package io.dunlin.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/** By what a file that was written to can be told without reading it. */
record Stamp(long size, FileTime written) {
    static List<Stamp> of(PortfolioFiles files) throws IOException {
        var stamps = new ArrayList<Stamp>();
        for (var file : files.paths()) {
            stamps.add(new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
        }
        return stamps;
    }
}
