package io.dunlin.problem;

import io.dunlin.vocabulary.Guess;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** A mistyped field of a form is refused: swallowed, it would leave out what somebody sent. */
public final class KnownForm {
    private KnownForm() {}

    /** @param known those ending in {@code *} may come several times */
    public static void check(MultipartFormDataInput form, String... known) {
        var findings = new Findings();
        var names = Stream.of(known).map(name -> name.replace("*", "")).toList();
        form.getValues().forEach((name, values) -> {
            if (values.size() > 1 && List.of(known).contains(name)) {
                findings.field(name, "stands there " + values.size() + " times; send it once.");
            }
        });
        form.getValues().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> findings.field(
                        name,
                        "there is no such field in this form; "
                                + Guess.nearest(name, names)
                                        .map(word -> "did you mean `" + word + "`?")
                                        .orElse("known are " + String.join(", ", names) + ".")));
        findings.refuseIfAny(Problem.BAD_REQUEST);
    }
}
