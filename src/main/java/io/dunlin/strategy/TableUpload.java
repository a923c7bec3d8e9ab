package io.dunlin.strategy;

import io.dunlin.language.Diagnostic;
import io.dunlin.language.Workbook;
import io.dunlin.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is handed in as a file and kept as text: a spreadsheet becomes the CSV that it would be saved as. */
final class TableUpload {
    private static final Pattern OTHER_SHEET = Pattern.compile("(?i)\\.(xls|xlsm|xlsb|xltx|xltm|ods|numbers)$");

    private static final Pattern TABLE = Pattern.compile("(?i)\\.(csv|xls[xmb]?|xlt[xm]|ods|numbers)$");

    private TableUpload() {}

    /** Only a table: the other files are handed in with the whole draft. */
    static void putTable(Map<String, String> files, String path, byte[] bytes) {
        if (!TABLE.matcher(path).find()) {
            throw Problem.INVALID_FILE.because("`" + path + "` is no table; its name must end in .csv or .xlsx.");
        }
        put(files, path, bytes);
    }

    /** Puts the file among the others, under the name it has as text. */
    static void put(Map<String, String> files, String path, byte[] bytes) {
        if (OTHER_SHEET.matcher(path).find()) {
            throw Problem.INVALID_FILE.because(
                    "`" + path
                            + "` is a spreadsheet of another kind than can be read; save it as .xlsx (without macros) or .csv.");
        }
        if (!path.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            files.put(path, text(path, bytes));
            return;
        }
        var table = Workbook.toCsv(path, bytes);
        if (table.csv() == null) {
            throw Problem.INVALID_FILE.because("`" + path + "` cannot be taken: "
                    + table.diagnostics().stream().map(TableUpload::inWords).collect(Collectors.joining("; ")) + ".");
        }
        files.put(table.file(), table.csv());
    }

    private static String inWords(Diagnostic diagnostic) {
        return diagnostic.message() + " (" + diagnostic.hint() + ")";
    }

    private static String text(String path, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.INVALID_FILE.because("`" + path + "` is not UTF-8 text; save it as UTF-8.");
        }
    }
}
