package io.dunlin.portfolio;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Customers laid aside in a temporary file without a name, and handed out again in the same order. */
final class Aside implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> LINE = new TypeReference<>() {};

    private FileChannel channel;
    private Writer writer;
    private BufferedReader reader;

    void lay(Stored customer) throws IOException {
        if (channel == null) {
            var file = Files.createTempFile("dunlin-aside-", null);
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        }
        var line = new ArrayList<String>();
        line.add(customer.customer());
        customer.parts().forEach(part -> line.add(Written.of(part.facts()).json()));
        writer.write(JSON.writeValueAsString(line));
        writer.write('\n');
    }

    /** Null after the last; nothing can be laid here any more. */
    Stored take() throws IOException {
        if (channel == null) {
            return null;
        }
        if (reader == null) {
            writer.flush();
            channel.position(0);
            reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        }
        var line = reader.readLine();
        if (line == null) {
            return null;
        }
        var texts = JSON.readValue(line, LINE);
        return Stored.of(texts.get(0), texts.subList(1, texts.size()));
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
