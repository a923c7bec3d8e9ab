package io.dunlin.problem;

import io.dunlin.vocabulary.Guess;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.LinkedHashMap;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** A mistyped field of a form is refused, and so is one too many: swallowed, it would leave out what somebody sent. */
public final class KnownForm {
    private KnownForm() {}

    /** The method that takes the form says which fields there are; those that it takes as a list may be many. */
    public static void check(MultipartFormDataInput form, ResourceInfo resource) {
        var known = new LinkedHashMap<String, Boolean>();
        for (var parameter : resource.getResourceMethod().getParameters()) {
            var field = parameter.getAnnotation(RestForm.class);
            if (field != null) {
                known.put(field.value(), List.class.isAssignableFrom(parameter.getType()));
            }
        }
        var findings = new Findings();
        form.getValues().forEach((name, values) -> {
            if (!known.containsKey(name)) {
                findings.field(
                        name, "there is no such field in this form; " + remedy(name, List.copyOf(known.keySet())));
            } else if (values.size() > 1 && !known.get(name)) {
                findings.field(name, "stands there " + values.size() + " times; send it once.");
            }
        });
        findings.refuseIfAny(Problem.BAD_REQUEST);
    }

    private static String remedy(String name, List<String> known) {
        return Guess.nearest(name, known)
                .map(word -> "did you mean `" + word + "`?")
                .orElse("known are " + String.join(", ", known) + ".");
    }
}
