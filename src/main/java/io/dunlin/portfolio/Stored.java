package io.dunlin.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.book.Account;
import io.dunlin.book.AccountDraft;
import io.dunlin.book.Debtor;
import java.util.List;

/** The rows of one customer as they were laid down; putting them together is cheap and touches nothing shared. */
public record Stored(String customer, List<String> rows) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_EMPTY))
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(Account.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Account.class);

    static String write(Account partial) {
        try {
            return WRITER.writeValueAsString(partial);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the book cannot be written", e);
        }
    }

    /** Master data stands first where there is a file of it and wins over what rode along; there the last row wins. */
    public Account account() {
        var whole = new AccountDraft();
        Debtor debtor = null;
        var masterData = false;
        for (var row : rows) {
            var facts = read(row);
            if (facts.customer() != null && !masterData) {
                debtor = facts.customer();
                masterData = facts.invoices().isEmpty();
            }
            facts.invoices().forEach(whole::invoices);
            facts.payments().forEach(whole::payments);
            facts.credits().forEach(whole::credits);
            facts.disputes().forEach(whole::disputes);
            facts.deductions().forEach(whole::deductions);
            facts.promises().forEach(whole::promises);
            facts.plans().forEach(whole::plans);
            facts.contacts().forEach(whole::contacts);
            facts.holds().forEach(whole::holds);
        }
        return whole.customer(debtor == null ? Debtor.of(customer, null, null) : debtor)
                .account();
    }

    private static Account read(String row) {
        try {
            return READER.readValue(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row laid down by ourselves cannot be read", e);
        }
    }
}
