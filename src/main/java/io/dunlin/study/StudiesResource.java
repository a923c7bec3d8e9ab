package io.dunlin.study;

import io.dunlin.problem.JsonReader;
import io.dunlin.problem.KnownForm;
import io.dunlin.problem.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Simulations that the service runs: ordered, watched, cancelled, forgotten. */
@Path("/api/v1/simulations")
@Tag(name = "Simulations")
public class StudiesResource {
    private final Studies studies;
    private final StudyConfig config;
    private final JsonReader reader;

    StudiesResource(Studies studies, StudyConfig config, JsonReader reader) {
        this.studies = studies;
        this.config = config;
        this.reader = reader;
    }

    @POST
    @Operation(summary = "Orders a simulation of the live book; 202, or 200 where the same order is known")
    public RestResponse<Status> order(Order order) {
        var checked = OrderCheck.checked(order, false);
        return answer(studies.order(new Request(checked, List.of(), null), id -> {}));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Orders a simulation of files: the order, one or more files, and a mapping or the name of one")
    public RestResponse<Status> order(
            @RestForm("order") String order,
            @RestForm("file") List<FileUpload> files,
            @RestForm("mapping") FileUpload mapping,
            @RestForm("mappingName") String mappingName,
            @Parameter(hidden = true) MultipartFormDataInput sent,
            @Context ResourceInfo resource)
            throws IOException {
        KnownForm.check(sent, resource);
        if (order == null) {
            throw Problem.BAD_REQUEST.because("The form has no `order`; it is the JSON that says what to simulate.");
        }
        var checked = OrderCheck.checked(reader.read(order, Order.class), true);
        try (var form = OrderForm.of(files, mapping, mappingName, config.longestUpload())) {
            return answer(studies.order(form.request(checked), form::keep));
        }
    }

    private static RestResponse<Status> answer(Studies.Taken taken) {
        return RestResponse.ResponseBuilder.<Status>create(
                        taken.isNew() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK)
                .location(URI.create("/api/v1/simulations/" + taken.status().id()))
                .entity(taken.status())
                .build();
    }

    @GET
    @Operation(summary = "Every simulation that is kept, newest first")
    public List<Status> list() {
        return studies.all();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How one simulation stands")
    public Status get(@PathParam("id") String id) {
        return studies.one(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Ends a simulation without a result; what is over stays as it is")
    public Status cancel(@PathParam("id") String id) {
        return studies.cancel(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forgets a simulation with its result, whatever it is doing; its id is free again")
    public void delete(@PathParam("id") String id) {
        studies.delete(id);
    }
}
