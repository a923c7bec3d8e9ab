package io.dunlin.portfolio;

import io.dunlin.mapping.UnreadableFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who cannot be decided without somebody else, as only those files tell that can name a group or a payer; most often that
 * is the small one of master data, or none.
 *
 * @param all whoever names a group or a payer, and the payers
 */
record Links(Set<String> all, Set<String> payers) {
    private static final List<String> FIELDS = List.of("group", "payer", "customer.group", "customer.payer");

    static Links of(PortfolioFiles files) throws IOException, UnreadableFile {
        var links = new Links(new HashSet<>(), new HashSet<>());
        for (int i = 0; i < files.paths().size(); i++) {
            var mapping = files.mappings().get(files.paths().get(i));
            if (FIELDS.stream().anyMatch(mapping::brings)) {
                links.readFrom(i, files);
            }
        }
        return links;
    }

    private void readFrom(int number, PortfolioFiles files) throws IOException, UnreadableFile {
        try (var file = new OneFile(number, files, reject -> {})) {
            for (; file.head() != null; file.advance()) {
                var debtor = file.head().row().facts().customer();
                if (debtor != null && (debtor.group() != null || debtor.payer() != null)) {
                    all.add(debtor.id());
                }
                if (debtor != null && debtor.payer() != null) {
                    all.add(debtor.payer());
                    payers.add(debtor.payer());
                }
            }
        }
    }
}
