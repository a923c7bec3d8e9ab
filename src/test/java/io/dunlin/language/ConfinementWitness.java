package io.dunlin.language;

/** Tells that somebody made Java run what it holds: attack files name it in every way they know. */
public final class ConfinementWitness {
    static final String PROPERTY = "dunlin.attacked";

    static {
        System.setProperty(PROPERTY, "the witness was initialised");
    }

    private ConfinementWitness() {}
}
