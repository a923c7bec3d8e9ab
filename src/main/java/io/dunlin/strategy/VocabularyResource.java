package io.dunlin.strategy;

import io.dunlin.language.Field;
import io.dunlin.language.Words;
import io.dunlin.vocabulary.Action;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Role;
import io.dunlin.vocabulary.Unit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every word that a strategy may use: what editors complete from. */
@Path("/api/v1/vocabulary")
@Tag(name = "Strategies")
public class VocabularyResource {
    public record Vocabulary(List<OfFact> facts, List<OfAction> actions, List<Role> roles) {}

    public record OfFact(String name, List<OfField> fields) {}

    /**
     * @param type how it is compared: number, money, date, yes/no, text, set, one of some words, or another fact
     * @param values the words it may be, or may contain; null where it is no matter of words
     */
    public record OfField(String name, String type, Unit unit, String meaning, List<String> values) {}

    /**
     * @param claim what must be left of an invoice for it to make sense
     * @param approval whether somebody must agree before it is done
     * @param severe whether a change of who gets it needs a second person
     */
    public record OfAction(
            Action name,
            Action.Stage stage,
            Channel channel,
            Role owner,
            int reactionDays,
            Action.Claim claim,
            boolean contact,
            boolean approval,
            boolean endsLadder,
            boolean repeatable,
            boolean severe) {
        static OfAction of(Action a) {
            return new OfAction(
                    a,
                    a.stage(),
                    a.channel(),
                    a.owner(),
                    a.reactionDays(),
                    a.claim(),
                    a.isContact(),
                    a.needsApproval(),
                    a.endsLadder(),
                    a.isRepeatable(),
                    a.isSevere());
        }
    }

    @GET
    @Operation(summary = "Every fact with its fields, their type, unit and meaning, and every action")
    public Vocabulary get() {
        var facts = Words.facts().stream().map(VocabularyResource::fact).toList();
        var actions = Arrays.stream(Action.values()).map(OfAction::of).toList();
        return new Vocabulary(facts, actions, List.of(Role.values()));
    }

    private static OfFact fact(String name) {
        var fields = Words.fields(Words.fact(name).orElseThrow()).values();
        return new OfFact(name, fields.stream().map(VocabularyResource::field).toList());
    }

    private static OfField field(Field field) {
        var words = field.element() == null ? field.type() : field.element();
        return new OfField(field.name(), type(field), field.unit(), field.meaning(), values(words));
    }

    private static String type(Field field) {
        if (Fact.class.isAssignableFrom(field.type())) {
            return field.type().getSimpleName();
        }
        if (field.element() != null) {
            return "set";
        }
        return switch (field.type().getSimpleName()) {
            case "int", "Integer" -> "number";
            case "BigDecimal" -> "money";
            case "LocalDate" -> "date";
            case "boolean", "Boolean" -> "yes/no";
            case "String" -> "text";
            default -> "word";
        };
    }

    private static List<String> values(Class<?> words) {
        return words.isEnum()
                ? Arrays.stream(words.getEnumConstants()).map(Object::toString).toList()
                : null;
    }
}
