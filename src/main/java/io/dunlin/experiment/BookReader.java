package io.dunlin.experiment;

import static java.util.stream.Collectors.groupingBy;

import io.dunlin.book.Account;
import io.dunlin.decision.ArmsDecided;
import io.dunlin.decision.ArmsDecided.Decided;
import io.dunlin.engine.Choice.Arm;
import io.dunlin.ledger.Ledger;
import io.dunlin.strategy.Contest;
import io.dunlin.strategy.Draw;
import io.dunlin.strategy.Strategies;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the whole book page by page and keeps some sums of each group, so that memory grows with groups and not with invoices. */
@ApplicationScoped
public class BookReader {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final ArmsDecided log;
    private final Strategies strategies;

    BookReader(Ledger ledger, ArmsDecided log, Strategies strategies) {
        this.ledger = ledger;
        this.log = log;
        this.strategies = strategies;
    }

    Facts read(Contest contest, Arms arms, Terms terms) {
        var groups = new LinkedHashMap<String, Tally>();
        var unrated = new TreeMap<String, BigDecimal>();
        var paying = new Paying(terms, unrated);
        var doing = new Doing(terms);
        var before = terms.window().asOf().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (var page = ledger.customersAfter(null, PAGE); !page.isEmpty(); page = after(page)) {
            var decided = log.of(contest.id(), page, before).stream().collect(groupingBy(Decided::customer));
            for (var account : ledger.accounts(page)) {
                var own = decided.getOrDefault(account.customer().id(), List.of());
                if (!own.isEmpty() || strategies.agreed(account.customer()).equals(contest.strategy())) {
                    var group = group(account, contest, groups);
                    var cash = new Cash(account);
                    paying.tell(account, cash, group);
                    doing.tell(account, cash, group);
                    own.forEach(one -> decided(one, arms, group));
                }
            }
        }
        return facts(groups, arms, terms, unrated);
    }

    private List<String> after(List<String> page) {
        return ledger.customersAfter(page.get(page.size() - 1), PAGE);
    }

    private static Tally group(Account account, Contest contest, Map<String, Tally> groups) {
        var name = Draw.group(account.customer());
        var group = groups.computeIfAbsent(name, n -> new Tally(Draw.of(contest.id(), n)));
        group.customers++;
        if (account.payer() != null && !Draw.group(account.payer().customer()).equals(name)) {
            group.paidForByOthers++;
        }
        return group;
    }

    private static void decided(Decided one, Arms arms, Tally group) {
        var drawn = arms.of(group.draw);
        if (drawn != null) {
            group.asked.add(one.arm());
            group.decisions += one.decisions();
            group.inTheOtherArm += one.arm() == drawn ? 0 : one.decisions();
        }
    }

    private static Facts facts(Map<String, Tally> groups, Arms arms, Terms terms, Map<String, BigDecimal> unrated) {
        var there = new ArrayList<Group>();
        int champion = 0;
        int challenger = 0;
        int paidForByOthers = 0;
        long decisions = 0;
        long inTheOtherArm = 0;
        for (var group : groups.values()) {
            if (group.wasThere) {
                there.add(group.group());
                champion += group.asked.contains(Arm.CHAMPION) ? 1 : 0;
                challenger += group.asked.contains(Arm.CHALLENGER) ? 1 : 0;
                paidForByOthers += group.paidForByOthers;
                decisions += group.decisions;
                inTheOtherArm += group.inTheOtherArm;
            }
        }
        return new Facts(
                there,
                groups.size() - there.size(),
                new Facts.Decided(champion, challenger, decisions, inTheOtherArm),
                terms.currency(),
                terms.prices() == null ? null : terms.prices().currency(),
                unrated,
                paidForByOthers);
    }
}
