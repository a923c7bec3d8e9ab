package io.dunlin.portfolio;

import io.dunlin.mapping.Reject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was not believed. */
public final class Rejections implements Listener {
    public static final Listener NONE_EXPECTED = (file, reject) -> {
        throw new AssertionError(file.getFileName() + " " + reject);
    };

    final List<String> all = new ArrayList<>();

    @Override
    public void reject(Path file, Reject reject) {
        all.add(file.getFileName() + " " + reject);
    }
}
