package io.dunlin.language;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a spreadsheet file before its reader does, with the reader's own unzipping and XML parsing: a few kilobytes
 * can unpack to more than fits into memory, and one cell can claim to stand in column two thousand million.
 */
final class WorkbookBounds {
    private static final int MOST_PACKED = 2_000_000;
    private static final long MOST_UNPACKED = 20_000_000;
    private static final int MOST_ENTRIES = 200;
    private static final int DEEPEST = 100;
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    private final Deadline deadline;
    private long unpacked;

    private WorkbookBounds(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The file is larger than any table. */
    static final class Beyond extends Exception {
        private static final long serialVersionUID = 1L;

        Beyond(String message) {
            super(message);
        }
    }

    static void check(byte[] bytes, Deadline deadline) throws Beyond, IOException, XMLStreamException {
        if (bytes.length > MOST_PACKED) {
            throw new Beyond("the file is longer than " + MOST_PACKED + " bytes");
        }
        new WorkbookBounds(deadline).check(bytes);
    }

    private void check(byte[] bytes) throws Beyond, IOException, XMLStreamException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            int entries = 0;
            for (var entry : (Iterable<ZipArchiveEntry>) () -> zip.getEntries().asIterator()) {
                if (++entries > MOST_ENTRIES) {
                    throw new Beyond("there are more than " + MOST_ENTRIES + " parts in the file");
                }
                count(zip, entry);
                if (entry.getName().endsWith(".xml")) {
                    look(zip, entry);
                }
            }
        }
    }

    private void count(ZipFile zip, ZipArchiveEntry entry) throws Beyond, IOException {
        var buffer = new byte[8192];
        try (var in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                deadline.look();
                unpacked += read;
                if (unpacked > MOST_UNPACKED) {
                    throw new Beyond("the file unpacks to more than " + MOST_UNPACKED + " bytes");
                }
            }
        }
    }

    private void look(ZipFile zip, ZipArchiveEntry entry) throws Beyond, IOException, XMLStreamException {
        var xml = new InputFactoryImpl();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var in = zip.getInputStream(entry)) {
            var reader = xml.createXMLStreamReader(in);
            int depth = 0;
            while (reader.hasNext()) {
                deadline.look();
                int event = reader.next();
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (event == XMLStreamConstants.DTD || depth > DEEPEST) {
                    throw new Beyond("the file holds what no spreadsheet program writes");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("c")) {
                    var address = reader.getAttributeValue(null, "r");
                    if (address != null && !ADDRESS.matcher(address).matches()) {
                        throw new Beyond("a cell stands where no table reaches");
                    }
                }
            }
        }
    }
}
