package io.dunlin.portfolio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was not believed. */
final class Rejections implements Listener {
    static final Listener NONE_EXPECTED = (file, reject) -> {
        throw new AssertionError(file.getFileName() + " " + reject);
    };

    final List<String> all = new ArrayList<>();

    @Override
    public void reject(Path file, Reject reject) {
        all.add(file.getFileName() + " " + reject);
    }
}
