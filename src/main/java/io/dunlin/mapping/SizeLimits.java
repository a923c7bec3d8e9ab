package io.dunlin.mapping;

import io.dunlin.book.Book.SizeClasses;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** From which overdue total a customer is an A or a B, where the mapping says so: {@code sizeClasses}. */
final class SizeLimits {
    private static final List<String> KEYS = List.of("currency", "aFrom", "bFrom");

    private SizeLimits() {}

    /** Null where it says nothing. */
    static SizeClasses of(YamlBlock top) {
        if (!top.has("sizeClasses")) {
            return null;
        }
        var block = top.block("sizeClasses");
        block.allow(KEYS);
        var currency = block.text("currency", "").toUpperCase(Locale.ROOT);
        if (!Amounts.isCurrency(currency)) {
            block.complain("`sizeClasses` needs the ISO 4217 code of its amounts as `currency`, such as EUR");
            return null;
        }
        var a = total(block, "aFrom", currency);
        var b = total(block, "bFrom", currency);
        if (a.compareTo(b) <= 0) {
            block.complain("`aFrom` must be above `bFrom`: an A owes more than a B");
        }
        return new SizeClasses(currency, a, b);
    }

    private static BigDecimal total(YamlBlock block, String key, String currency) {
        try {
            var total = Amounts.in(currency, new Amounts(Format.PLAIN).parse(block.text(key, "")));
            if (total.signum() > 0) {
                return total;
            }
            block.complain("`" + key + "` must be above zero");
        } catch (NotUnderstood e) {
            block.complain("`" + key + "` must be an overdue total such as 50000; `" + block.text(key, "") + "` "
                    + e.getMessage());
        }
        return BigDecimal.ZERO;
    }
}
