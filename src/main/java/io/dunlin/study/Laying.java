package io.dunlin.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunlin.assumption.AssumptionsRefused;
import io.dunlin.ledger.WholeBook;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.Contents;
import io.dunlin.portfolio.PortfolioCache;
import io.dunlin.problem.Problem;
import io.dunlin.problem.Refusal;
import io.dunlin.simulation.Basis;
import io.dunlin.simulation.Described;
import io.dunlin.simulation.FileSource;
import io.dunlin.simulation.LedgerSource;
import io.dunlin.simulation.Orders;
import io.dunlin.simulation.PricesReader;
import io.dunlin.simulation.Settings;
import io.dunlin.simulation.Setup;
import io.dunlin.simulation.SimulationRefused;
import io.dunlin.simulation.Source;
import io.dunlin.simulation.Window;
import io.dunlin.study.DocumentRow.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Lays a portfolio down once, in blocks, together with all that is true of it as a whole. From then on neither the live
 * book nor another machine's disk can make a difference, and one part can be played without reading the others.
 */
@ApplicationScoped
public class Laying {
    private final WholeBook wholeBook;
    private final ObjectMapper json;
    private final int partCustomers;

    Laying(WholeBook wholeBook, ObjectMapper json, StudyConfig config) {
        this.wholeBook = wholeBook;
        this.json = json;
        this.partCustomers = config.partCustomers();
    }

    void down(Claim claim, Request request, Policies policies) {
        // What an earlier start laid down halfway may be of another moment.
        claim.write(row -> {
            WorkRow.delete("study", row.id);
            LeftOutRow.delete("study", row.id);
        });
        if (request.order().isOfLedger()) {
            wholeBook.atOneMoment(moment -> down(
                    claim,
                    request,
                    policies,
                    new LedgerSource(moment, request.order().to())));
        } else {
            files(claim, request, policies);
        }
    }

    private void files(Claim claim, Request request, Policies policies) {
        var names = request.files().stream().map(Described.Input::name).toList();
        try (var scratch = Scratch.of(claim.study())) {
            Uploads.restore(claim.study(), names, scratch.folder());
            var files = Uploads.in(scratch.folder(), names, request.mapping());
            var contents = Contents.of(files);
            var leftOut = new LeftOut(claim);
            try (var read = new PortfolioCache(null).open(files, contents, leftOut)) {
                // Now, because it may be why nothing is left to play.
                claim.write(leftOut::keep);
                down(claim, request, policies, FileSource.of(read, files, contents));
            }
        } catch (UnreadableFile e) {
            throw Uploads.unreadable(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Laid down(Claim claim, Request request, Policies policies, Source source) {
        var basis = basis(request.order(), policies, source);
        var digest = sha256();
        long customers = blocks(claim, source, digest);
        var orders = Orders.of(basis, request.order().settings().effects()).packed();
        var inputs = request.order().isOfLedger()
                ? List.of(new Described.Input("ledger", HexFormat.of().formatHex(digest.digest())))
                : source.inputs();
        var laid = new Laid(source.extent(), inputs);
        claim.write(row -> {
            DocumentRow.keep(row.id, Kind.ORDERS, orders);
            DocumentRow.keep(row.id, Kind.PORTFOLIO, bytes(laid));
            DocumentRow.delete("study = ?1 and kind = ?2", row.id, Kind.POLICIES);
            UploadRow.delete("study", row.id);
            row.total = customers;
            row.attempts = 0;
        });
        return laid;
    }

    private static Basis basis(Order order, Policies policies, Source source) {
        var measures = order.settings();
        var prices = measures.costs() == null
                ? PricesReader.standard()
                : measures.costs().prices();
        var deciders = policies.compiled();
        var window = new Window(order.from(), order.to());
        try {
            var assumed = measures.assumed();
            var settings = new Settings(measures.needlessDays(), measures.capacity(), prices, measures.seed(), assumed);
            return Setup.of(source, window, deciders.baseline(), deciders.candidate(), settings);
        } catch (SimulationRefused e) {
            throw refused(e);
        } catch (AssumptionsRefused e) {
            throw new IllegalStateException("what could be assumed when it was ordered no longer can", e);
        }
    }

    private static Refusal refused(SimulationRefused e) {
        return Problem.INVALID_FACTS.because("Nothing can be simulated: " + e.getMessage() + ".");
    }

    /** @return customers laid down */
    private long blocks(Claim claim, Source source, MessageDigest digest) {
        int part = 0;
        long count = 0;
        var block = new Block();
        try (var families = source.families()) {
            for (var all = families.iterator(); all.hasNext(); ) {
                var together = all.next().get().members();
                var line = Block.line(together);
                digest.update(line);
                count += together.size();
                block.add(together, line);
                if (block.isFull(partCustomers)) {
                    keep(claim, block, part++);
                    block = new Block();
                }
            }
        } catch (SimulationRefused e) {
            throw refused(e);
        }
        if (!block.isEmpty()) {
            keep(claim, block, part);
        }
        return count;
    }

    private static void keep(Claim claim, Block block, int part) {
        claim.write(row -> block.work(row.id, part).persist());
    }

    private byte[] bytes(Laid laid) {
        try {
            return json.writeValueAsBytes(laid);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a portfolio was cannot be written", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
