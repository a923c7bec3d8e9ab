package io.dunlin.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunlin.assumption.Assumptions;
import io.dunlin.assumption.AssumptionsReader;
import io.dunlin.assumption.AssumptionsRefused;
import io.dunlin.simulation.Prices;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody wants to know: how two strategies treat one portfolio on some days. Once taken in, nothing is left to its
 * defaults, so that the same order sent again can be told from another one.
 *
 * @param portfolio null where files come along
 */
@Schema(name = "SimulationOrder")
public record Order(
        @Schema(description = "Yours: letters, digits, dot, dash, underscore. The same order sent again is one order")
        String id,

        @Schema(description = "Left out where files are sent with it")
        Portfolio portfolio,

        Policy baseline,
        Policy candidate,

        @Schema(description = "First day; the same as `to` for a snapshot of one day")
        LocalDate from,

        LocalDate to,
        Measures settings) {

    /** @param ledger the live book, as it stands when the simulation begins */
    @Schema(name = "SimulatedPortfolio")
    public record Portfolio(boolean ledger) {}

    /** @param version its hash or the beginning of it, {@code draft}, or {@code live}, which is meant when left out */
    @Schema(name = "SimulatedStrategy")
    public record Policy(String strategy, String version) {
        Policy complete() {
            return new Policy(strategy, version == null ? "live" : version);
        }
    }

    /** See the options of {@code ./dunlin simulate}. */
    @Schema(name = "SimulationSettings")
    public record Measures(
            Integer needlessDays,
            Map<Role, Integer> capacity,
            Long seed,
            Integer effects,
            Costs costs,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "What customers would have done: the keys of a file for --assumptions, as JSON")
            JsonNode assumptions) {
        private static final Measures NONE = new Measures(null, null, null, null, null, null);

        public Measures {
            // JSON's null and a field that is left out are the same order.
            assumptions = assumptions == null || assumptions.isNull() ? null : assumptions;
        }

        private static final int NEEDLESS_DAYS = 3;
        private static final int EFFECTS = 12;

        static Measures complete(Measures sent) {
            var given = sent == null ? NONE : sent;
            return new Measures(
                    given.needlessDays == null ? NEEDLESS_DAYS : given.needlessDays,
                    given.capacity == null ? Map.of() : given.capacity,
                    given.seed == null ? 1 : given.seed,
                    given.effects == null ? EFFECTS : given.effects,
                    given.costs,
                    given.assumptions);
        }

        Measures withoutAssumptions() {
            return new Measures(needlessDays, capacity, seed, effects, costs, null);
        }

        /** Null where nobody assumes anything. */
        Assumptions assumed() throws AssumptionsRefused {
            // JSON is YAML, too.
            return assumptions == null ? null : AssumptionsReader.read("the order", assumptions.toString());
        }
    }

    /** A cost table, as in a file. */
    @Schema(name = "SimulationCosts")
    public record Costs(String currency, Map<Action, BigDecimal> actions, Map<Channel, BigDecimal> channels) {
        Prices prices() {
            return new Prices(currency, actions == null ? Map.of() : actions, channels == null ? Map.of() : channels);
        }
    }

    /** Only of an order that was checked. */
    Order complete() {
        return new Order(
                id, portfolio, baseline.complete(), candidate.complete(), from, to, Measures.complete(settings));
    }

    boolean isOfLedger() {
        return portfolio != null && portfolio.ledger();
    }
}
