package io.dunlin.analysis;

import io.dunlin.analysis.Formula.All;
import io.dunlin.analysis.Formula.Any;
import io.dunlin.analysis.Formula.In;
import io.dunlin.analysis.Formula.Sum;
import io.dunlin.vocabulary.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** Whether a formula is true of a fact. */
final class Truth {
    private Truth() {}

    static boolean of(Formula formula, Fact fact) {
        if (formula instanceof In in) {
            return in.values().contains(code(in.dim(), fact));
        }
        if (formula instanceof All all) {
            return all.parts().stream().allMatch(part -> of(part, fact));
        }
        return formula instanceof Any any
                ? any.parts().stream().anyMatch(part -> of(part, fact))
                : sum((Sum) formula, fact);
    }

    private static boolean sum(Sum sum, Fact fact) {
        long total = 0;
        for (int i = 0; i < sum.signs().length; i++) {
            long code = code(sum.dims().get(i), fact);
            if (code == Values.MISSING) {
                return true;
            }
            total += sum.signs()[i] * code;
        }
        return total <= sum.most();
    }

    static long code(Dim dim, Fact fact) {
        var value = dim.field().read(fact);
        if (value == null) {
            return Values.MISSING;
        }
        return switch (dim.kind()) {
            case MEMBER -> ((Collection<?>) value).contains(dim.element()) ? 1 : 0;
            case DATE -> 0;
            // A credit limit in another currency has as many decimals as the rate gives it.
            case MONEY -> dim.code(((BigDecimal) value).setScale(6, RoundingMode.HALF_EVEN));
            default -> dim.code(value);
        };
    }
}
