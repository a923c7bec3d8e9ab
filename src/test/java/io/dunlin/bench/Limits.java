package io.dunlin.bench;

import io.dunlin.vocabulary.Fact;
import io.dunlin.vocabulary.Rates;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The amounts of {@code rules/standard/strategy.yaml} in one currency, converted once. */
final class Limits {
    private static volatile Known known = new Known(Rates.NONE, Map.of());

    private record Known(Rates rates, Map<String, Limits> byCurrency) {}

    final BigDecimal smallestInvoice;
    final BigDecimal callMinimum;
    final BigDecimal bigInvoice;
    final BigDecimal confirmContactFrom;
    final BigDecimal preDueMinimum;
    final BigDecimal lateChargeMinimum;
    final BigDecimal planMinimum;
    final BigDecimal creditReviewMinimum;
    final BigDecimal creditHoldMinimum;
    final BigDecimal takeBackMinimum;
    final BigDecimal lawFirmMinimum;
    final BigDecimal agencyMinimum;
    final BigDecimal agencyMaximum;
    final BigDecimal smallClaimsMinimum;
    final BigDecimal smallClaimsCeilingGb;
    final BigDecimal smallClaimsCeilingUs;
    final BigDecimal smallClaimsCeilingDe;
    final BigDecimal tinyRest;

    private Limits(Rates rates, String currency) {
        smallestInvoice = euros("25.00", rates, currency);
        callMinimum = euros("100.00", rates, currency);
        bigInvoice = euros("10000.00", rates, currency);
        confirmContactFrom = euros("1000.00", rates, currency);
        preDueMinimum = euros("500.00", rates, currency);
        lateChargeMinimum = euros("100.00", rates, currency);
        planMinimum = euros("2000.00", rates, currency);
        creditReviewMinimum = euros("2500.00", rates, currency);
        creditHoldMinimum = euros("250.00", rates, currency);
        takeBackMinimum = euros("500.00", rates, currency);
        lawFirmMinimum = euros("500.00", rates, currency);
        agencyMinimum = euros("250.00", rates, currency);
        agencyMaximum = euros("5000.00", rates, currency);
        smallClaimsMinimum = euros("300.00", rates, currency);
        smallClaimsCeilingGb = euros("11000.00", rates, currency);
        smallClaimsCeilingUs = euros("5000.00", rates, currency);
        smallClaimsCeilingDe = euros("10000.00", rates, currency);
        tinyRest = euros("5.00", rates, currency);
    }

    static Limits in(Fact fact) {
        var now = known;
        if (now.rates() != fact.rates()) {
            now = new Known(fact.rates(), new ConcurrentHashMap<>());
            known = now;
        }
        var limits = now.byCurrency().get(fact.currency());
        if (limits == null) {
            limits = new Limits(fact.rates(), fact.currency());
            now.byCurrency().put(fact.currency(), limits);
        }
        return limits;
    }

    private static BigDecimal euros(String amount, Rates rates, String currency) {
        return rates.convert(new BigDecimal(amount), "EUR", currency);
    }

    static boolean atLeast(BigDecimal amount, BigDecimal limit) {
        return amount.compareTo(limit) >= 0;
    }
}
