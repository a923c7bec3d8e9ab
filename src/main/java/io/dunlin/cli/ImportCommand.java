package io.dunlin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "import", description = "Sends files to a running service.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
