package io.dunlin.study;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dunlin.book.Account;
import io.dunlin.simulation.Family;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Accounts as they are kept until they are played, compressed: a line of JSON for those that must not be parted.
 */
final class Block {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    /** Bytes of text in one block, so that one of very big customers is not too big. */
    private static final int LARGEST = 8 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GZIPOutputStream zip;
    private int size;
    private int customers;
    private long invoices;

    Block() {
        try {
            this.zip = new GZIPOutputStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] line(List<Account> together) {
        try {
            return (JSON.writeValueAsString(together) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an account cannot be written", e);
        }
    }

    private static List<Account> together(String line) {
        try {
            return List.of(JSON.readValue(line, Account[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an account that was kept cannot be read", e);
        }
    }

    void add(List<Account> together, byte[] line) {
        try {
            zip.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size += line.length;
        customers += together.size();
        together.forEach(account -> invoices += account.invoices().size());
    }

    boolean isEmpty() {
        return customers == 0;
    }

    boolean isFull(int most) {
        return customers >= most || size >= LARGEST;
    }

    WorkRow work(String study, int part) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var row = new WorkRow();
        row.study = study;
        row.part = part;
        row.customers = customers;
        row.invoices = invoices;
        row.accounts = bytes.toByteArray();
        return row;
    }

    /** Unpacked as they are asked for, put together by whoever plays them. */
    static Stream<Supplier<Family>> families(byte[] packed) {
        try {
            var zip = new GZIPInputStream(new ByteArrayInputStream(packed));
            var lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
            return lines.lines().map(line -> () -> new Family(together(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
