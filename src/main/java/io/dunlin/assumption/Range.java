package io.dunlin.assumption;

import java.math.BigDecimal;

/** A percentage that somebody assumes; where it is not known better than from here to there, each draw takes one between. */
public record Range(BigDecimal low, BigDecimal high) {

    /** As a part of one. @param unit from 0 to 1, how far from low to high */
    double at(double unit) {
        double from = low.doubleValue();
        return (from + (high.doubleValue() - from) * unit) / 100;
    }

    @Override
    public String toString() {
        var from = low.toPlainString();
        return (low.compareTo(high) == 0 ? from : from + " to " + high.toPlainString()) + " %";
    }
}
