package io.dunlin.language;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.dunlin.language.Diagnostic.Code;
import java.io.IOException;
import java.util.BitSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
    private static final Pattern COLUMN = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern MERGED = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}[0-9]{1,7}");

    private final Deadline deadline;
    private final BitSet hiddenColumns = new BitSet();
    private long unpacked;

    private WorkbookBounds(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The file is larger than any table, or holds what is none. */
    static final class Beyond extends Exception {
        private static final long serialVersionUID = 1L;

        private final Code code;
        private final int line;
        private final int column;
        private final String hint;

        private Beyond(Code code, int line, int column, String message, String hint) {
            super(message);
            this.code = code;
            this.line = line;
            this.column = column;
            this.hint = hint;
        }

        Beyond(String message) {
            this(Code.TOO_BIG, 1, 0, message, "keep one sheet with the table alone");
        }

        Beyond(String message, String hint) {
            this(Code.FORBIDDEN, 1, 0, message, hint);
        }

        Code code() {
            return code;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }

        String hint() {
            return hint;
        }
    }

    /** The columns nobody sees, from 0. */
    static BitSet check(byte[] bytes, Deadline deadline) throws Beyond, IOException, XMLStreamException {
        if (bytes.length > MOST_PACKED) {
            throw new Beyond("the file is longer than " + MOST_PACKED + " bytes");
        }
        var bounds = new WorkbookBounds(deadline);
        bounds.check(bytes);
        return bounds.hiddenColumns;
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
                refuseWhatIsNoTable(entry.getName());
                count(zip, entry);
                if (entry.getName().endsWith(".xml")) {
                    look(zip, entry);
                }
            }
        }
    }

    private static void refuseWhatIsNoTable(String part) throws Beyond {
        if (part.endsWith("vbaProject.bin")) {
            throw new Beyond("the file holds macros", "save it as .xlsx without them, or as .csv");
        }
        if (part.startsWith("xl/externalLinks/") || part.equals("xl/connections.xml")) {
            throw new Beyond("the file reads from other files", "break its links, or save it as .csv");
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
                if (event == XMLStreamConstants.START_ELEMENT) {
                    look(reader);
                }
            }
        }
    }

    private void look(XMLStreamReader element) throws Beyond {
        switch (element.getLocalName()) {
            case "c" -> {
                var address = element.getAttributeValue(null, "r");
                if (address != null && !ADDRESS.matcher(address).matches()) {
                    throw new Beyond("a cell stands where no table reaches");
                }
            }
            case "mergeCell" -> refuseMerged(element.getAttributeValue(null, "ref"));
            case "col" -> {
                if ("1".equals(element.getAttributeValue(null, "hidden"))
                        || "true".equals(element.getAttributeValue(null, "hidden"))) {
                    int first = number(element, "min");
                    hiddenColumns.set(first - 1, Math.max(first, number(element, "max")));
                }
            }
            default -> {}
        }
    }

    private static int number(XMLStreamReader element, String name) throws Beyond {
        var text = element.getAttributeValue(null, name);
        if (text == null || !COLUMN.matcher(text).matches()) {
            throw new Beyond("a column stands where no table reaches");
        }
        return Integer.parseInt(text);
    }

    /** Its value is that of one row only, and what looks like the same in the others is nothing. */
    private static void refuseMerged(String cells) throws Beyond {
        var first = MERGED.matcher(cells == null ? "" : cells);
        boolean known = first.matches();
        int line = known ? Math.max(1, Integer.parseInt(first.group(2))) : 1;
        int column = known ? column(first.group(1)) : 0;
        throw new Beyond(Code.FORBIDDEN, line, column, "the cells are merged", "split them, and fill each of them");
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }
}
