package io.dunlin.problem;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Addresses that mean something else than they seem to: refused, where the framework or the database would misread them. */
public final class CleanAddress {
    @ServerRequestFilter
    public void check(ContainerRequestContext request, HttpServerRequest asSent) {
        var address = request.getUriInfo();
        if (address.getPath().indexOf('\0') >= 0) {
            throw Problem.NOT_FOUND.because(
                    "The address has a NUL character (%00) in it; nothing is kept under such a name.");
        }
        // What stands behind it is cut off: a customer `a;b` would be taken for the customer `a`.
        if (asSent.path().indexOf(';') >= 0) {
            throw Problem.BAD_REQUEST.because("The address has a `;` in it; where it belongs to an id, write %3B.");
        }
        query(address);
    }

    private static void query(UriInfo address) {
        var findings = new Findings();
        address.getQueryParameters().forEach((name, values) -> {
            if (values.size() > 1) {
                findings.field(name, "is given " + values.size() + " times; give it once.");
            }
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                findings.field(name, "has a NUL character (%00) in it; nothing is kept under such a name.");
            }
        });
        findings.refuseIfAny(Problem.BAD_REQUEST);
    }
}
