package io.dunlin.problem;

import io.dunlin.vocabulary.Guess;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A mistyped query parameter is refused: swallowed, {@code ?asof=} would silently decide for today. So would a day that is
 * empty, as where a script lost its variable.
 */
@Provider
public final class KnownQuery implements ContainerRequestFilter {
    private final ResourceInfo resource;

    KnownQuery(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getName().startsWith("io.dunlin.")) {
            return;
        }
        List<String> known = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value)
                .sorted()
                .toList();
        var findings = new Findings();
        request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.field(name, "there is no such parameter here; " + remedy(name, known)));
        Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == LocalDate.class)
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .filter(day -> day != null
                        && "".equals(request.getUriInfo().getQueryParameters().getFirst(day.value())))
                .forEach(day -> findings.field(day.value(), "is not a date; leave it out for today, or write one."));
        findings.refuseIfAny(Problem.BAD_REQUEST);
    }

    private static String remedy(String name, List<String> known) {
        return Guess.nearest(name, known)
                .map(word -> "did you mean `" + word + "`?")
                .orElse(known.isEmpty() ? "leave it out." : "known are " + String.join(", ", known) + ".");
    }
}
