package io.dunlin.strategy;

/** What becomes of customers who are in mid-ladder when a version goes live. */
public enum Migration {
    /** They stay on the version they are on until every invoice that had a step by then is closed. */
    PIN,
    /** The new version sees every step that was confirmed, and repeats none. */
    RE_EVALUATE,
    /** Their ladders begin anew: old steps are contacts only. What is with an agency or a court stays there. */
    RESTART
}
