package io.dunlin.scenario;

import io.dunlin.book.Contact;
import io.dunlin.vocabulary.Channel;
import io.dunlin.vocabulary.Decision;
import io.dunlin.vocabulary.Decision.InvoiceVerdict;
import io.dunlin.vocabulary.Decision.Step;
import io.dunlin.vocabulary.Decision.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What was recommended, done on the same day: what a diligent clerk would report of it. */
final class Confirmation {
    private Confirmation() {}

    /** One contact per channel; empty where nothing was recommended. */
    static List<Contact> of(Decision decision, int known) {
        Map<Channel, Set<Step>> byChannel = new LinkedHashMap<>();
        verdicts(decision).filter(verdict -> !verdict.steps().isEmpty()).forEach(verdict -> byChannel
                .computeIfAbsent(verdict.channel(), channel -> new LinkedHashSet<>())
                .addAll(verdict.steps()));
        var contacts = new ArrayList<Contact>();
        byChannel.forEach((channel, steps) ->
                contacts.add(contact(decision, "confirmed-" + (known + contacts.size() + 1), channel, steps)));
        return contacts;
    }

    private static Stream<Verdict> verdicts(Decision decision) {
        return Stream.of(
                        Stream.of(decision.customer()),
                        decision.invoices().stream().map(InvoiceVerdict::verdict),
                        decision.tasks().stream())
                .flatMap(verdicts -> verdicts);
    }

    private static Contact contact(Decision decision, String id, Channel channel, Set<Step> done) {
        var steps = done.stream()
                .map(step -> new Contact.Step(step.invoice(), step.action(), step.level()))
                .toList();
        return new Contact(
                id,
                decision.customerId(),
                decision.asOf(),
                channel,
                Contact.Result.DONE,
                Given.CLERK,
                null,
                null,
                steps);
    }
}
