package io.dunlin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line without a process of its own, for tests of other rooms. */
public record InProcess(int exit, String out, String err) {
    public static InProcess run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new InProcess(exit, out.toString(), err.toString());
    }
}
