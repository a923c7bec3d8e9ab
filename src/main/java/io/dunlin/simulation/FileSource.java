package io.dunlin.simulation;

import io.dunlin.book.Account;
import io.dunlin.book.Book;
import io.dunlin.mapping.UnreadableFile;
import io.dunlin.portfolio.Contents;
import io.dunlin.portfolio.Portfolio;
import io.dunlin.portfolio.PortfolioFiles;
import io.dunlin.portfolio.Stored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A portfolio in files. */
public final class FileSource implements Source {
    private final Portfolio portfolio;
    private final List<Input> inputs;

    public FileSource(Portfolio portfolio, List<Input> inputs) {
        this.portfolio = portfolio;
        this.inputs = inputs;
    }

    /** What was read, named as somebody else would know it again: without the directories of this machine. */
    public static FileSource of(Portfolio portfolio, PortfolioFiles files, Contents contents) {
        var inputs = new ArrayList<Input>();
        contents.sha256().forEach((file, sha256) -> inputs.add(new Input(String.valueOf(file.getFileName()), sha256)));
        inputs.add(new Input("mapping " + files.folder().name(), Contents.ofMapping(files)));
        return new FileSource(portfolio, inputs);
    }

    @Override
    public Stream<? extends Supplier<Account>> accounts() {
        return portfolio.stored().map(stored -> stored::account);
    }

    @Override
    public Stream<? extends Supplier<Family>> families() throws SimulationRefused {
        try {
            return portfolio
                    .families()
                    .map(family -> () ->
                            new Family(family.stream().map(Stored::account).toList()));
        } catch (UnreadableFile e) {
            throw new SimulationRefused(e.getMessage());
        }
    }

    @Override
    public Book book(LocalDate day) {
        return portfolio.book(day);
    }

    @Override
    public Extent extent() {
        var counts = portfolio.counts();
        return new Extent(counts.customers(), counts.invoices(), counts.rejected(), portfolio.currencies());
    }

    @Override
    public List<Input> inputs() {
        return inputs;
    }
}
