package io.dunlin.problem;

import io.dunlin.vocabulary.Guess;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** A mistyped field of a form is refused: swallowed, it would leave out what somebody sent. */
public final class KnownForm {
    private KnownForm() {}

    public static void check(MultipartFormDataInput form, String... known) {
        var findings = new Findings();
        var names = List.of(known);
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
