package io.dunlin.ledger;

import io.dunlin.mapping.Mapping;
import io.dunlin.mapping.MappingException;
import io.dunlin.problem.Findings;
import io.dunlin.problem.KnownForm;
import io.dunlin.problem.Problem;
import io.dunlin.problem.Slice;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

@Path("/api/v1")
public class ImportsResource {
    private final Imports imports;

    ImportsResource(Imports imports) {
        this.imports = imports;
    }

    /** The file, and either a mapping file or the name of a mapping that comes with Dunlin. 200 if all was known before. */
    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<ImportReport> post(
            @RestForm("file") FileUpload file,
            @RestForm("mapping") FileUpload mapping,
            @RestForm("mappingName") String mappingName,
            @Parameter(hidden = true) MultipartFormDataInput sent,
            @Context ResourceInfo resource)
            throws IOException {
        KnownForm.check(sent, resource);
        if (file == null) {
            new Findings().field("file", "is missing; send the CSV file in it.").refuseIfAny(Problem.BAD_REQUEST);
        }
        var report = imports.run(file.uploadedFile(), file.fileName(), mapping(mapping, mappingName));
        return RestResponse.ResponseBuilder.<ImportReport>create(report.changedNothing() ? Status.OK : Status.CREATED)
                .location(URI.create("/api/v1/imports/" + report.id()))
                .entity(report)
                .build();
    }

    /** @param next pass it as {@code after} to get the next page; null on the last one */
    public record Page(List<ImportReport> imports, String next) {}

    /** The newest first. */
    @GET
    @Path("imports")
    public Page list(@QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("after") String after) {
        var slice = Slice.of(limit, most -> imports.reports(after, most));
        return new Page(slice.rows(), slice.last() == null ? null : slice.last().id());
    }

    @GET
    @Path("imports/{id}")
    public ImportReport get(@PathParam("id") String id) {
        return imports.report(id);
    }

    private static Mapping mapping(FileUpload file, String name) throws IOException {
        if ((file == null) == (name == null || name.isBlank())) {
            new Findings()
                    .field("mapping", "give either a mapping file here or the name of a mapping in `mappingName`.")
                    .refuseIfAny(Problem.BAD_REQUEST);
        }
        try {
            return file == null ? Mapping.named(name.trim()) : Mapping.parse(Files.readString(file.uploadedFile()));
        } catch (MappingException e) {
            var findings = new Findings();
            e.findings()
                    .forEach(finding -> findings.field(file == null ? "mappingName" : "mapping", finding.toString()));
            throw Problem.INVALID_FILE.because("The mapping cannot be used: " + e.getMessage() + ".", findings);
        } catch (CharacterCodingException e) {
            throw Problem.INVALID_FILE.because("The mapping file is not UTF-8 text. Save it as UTF-8.");
        }
    }
}
