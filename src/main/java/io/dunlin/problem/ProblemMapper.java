package io.dunlin.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives every error of the service, whoever raised it, the one shape of the catalogue (RFC 9457). */
@Provider
@Priority(Priorities.USER)
public final class ProblemMapper extends ExceptionMapperBase<Refusal> {
    @Override
    protected HttpProblem toProblem(Refusal refusal) {
        return problem(refusal);
    }

    private static HttpProblem problem(Refusal refusal) {
        var body = entry(refusal.problem()).withDetail(refusal.getMessage());
        if (!refusal.findings().isEmpty()) {
            body.with(
                    "errors",
                    refusal.findings().list().stream().map(ProblemMapper::error).toList());
        }
        refusal.retryAfter().ifPresent(wait -> body.withHeader("Retry-After", Math.max(1, wait.toSeconds())));
        return body.build();
    }

    private static Map<String, String> error(Findings.Finding finding) {
        var error = new LinkedHashMap<String, String>();
        if (finding.pointer() != null) {
            error.put("pointer", finding.pointer());
        }
        if (finding.field() != null) {
            error.put("field", finding.field());
        }
        error.put("message", finding.message());
        return error;
    }

    private static HttpProblem.Builder entry(Problem problem) {
        return HttpProblem.builder()
                .withType(problem.type())
                .withTitle(problem.title())
                .withStatus(problem.status())
                .with("code", problem.code());
    }

    /** What the framework raised by itself passes here before it is logged and sent. */
    @Startup
    @Singleton
    static final class Catalogue implements ProblemPostProcessor {
        private static final int BEFORE_LOGGING = 150;

        /** The framework has no type for it. */
        private static final String TORN_FORM = "Connection terminated parsing multipart request";

        @Override
        public int priority() {
            return BEFORE_LOGGING;
        }

        @Override
        public HttpProblem apply(HttpProblem raised, ProblemContext context) {
            if (raised.getParameters().containsKey("code")) {
                return raised;
            }
            if (context.cause.getCause() instanceof Refusal refusal) {
                return problem(refusal);
            }
            if (context.cause instanceof IOException && TORN_FORM.equals(context.cause.getMessage())) {
                return problem(Problem.BAD_REQUEST.because("The form ends too early; send it whole."));
            }
            // The framework's way to say that a parameter cannot be read.
            if (context.cause instanceof NotFoundException && context.cause.getCause() != null) {
                return problem(Problem.BAD_REQUEST.because("A parameter in the address cannot be read; compare it with"
                        + " the description under /q/swagger-ui."));
            }
            // Bodies are read by JsonReader, which refuses by itself: any other JSON failure is our own doing.
            var ours = raised.getStatusCode() >= 500 || context.cause instanceof JsonProcessingException;
            return ours ? defect(raised) : known(raised, context.path);
        }

        private static HttpProblem defect(HttpProblem raised) {
            if (raised.getStatusCode() == Problem.UNAVAILABLE.status()) {
                return entry(Problem.UNAVAILABLE)
                        .withDetail("Please send it again in a moment.")
                        .build();
            }
            var id = UUID.randomUUID().toString();
            return entry(Problem.DEFECT)
                    .withDetail(
                            "Tell whoever runs this service the id " + id + "; its log has the story under that id.")
                    .with("id", id)
                    .build();
        }

        private static HttpProblem known(HttpProblem raised, String path) {
            var problem = Problem.ofStatus(raised.getStatusCode());
            if (problem.isEmpty()) {
                return raised;
            }
            var body = entry(problem.get()).withDetail(hint(problem.get(), path));
            raised.getHeaders().forEach(body::withHeader);
            raised.getParameters().forEach((name, value) -> {
                if (!List.of("code", "errors").contains(name)) {
                    body.with(name, value);
                }
            });
            return body.build();
        }

        private static String hint(Problem problem, String path) {
            return switch (problem) {
                case NOT_FOUND -> "Nothing answers at this address. The list of addresses is under /q/swagger-ui.";
                case NO_SUCH_METHOD -> "The address is right, the method is not: see /q/swagger-ui.";
                case UNSUPPORTED_MEDIA_TYPE -> "Send the body with the header `Content-Type: " + wanted(path) + "`.";
                case NOT_ACCEPTABLE -> "Ask with the header `Accept: " + given(path) + "`.";
                case TOO_LARGE -> "Send less at a time.";
                default -> problem.title() + ".";
            };
        }

        private static String given(String path) {
            return path != null && path.endsWith("/next-best-actions") ? "application/x-ndjson" : "application/json";
        }

        /** The two addresses that take more than one JSON document. */
        private static String wanted(String path) {
            if (path != null && path.endsWith("/next-best-actions")) {
                return "application/x-ndjson";
            }
            return path != null && path.endsWith("/imports") ? "multipart/form-data" : "application/json";
        }
    }
}
