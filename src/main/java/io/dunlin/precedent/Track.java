package io.dunlin.precedent;

/** An invoice but for its age and for how long ago something was done: what can matter to it, and where its money stands. */
final class Track {
    final View view;
    final Dormancy dormancy;
    private final LongMap<Kind> kinds = new LongMap<>();

    Track(View view) {
        this.view = view;
        this.dormancy = view.dormancy;
    }

    /**
     * @param age as the view places it
     * @param since how long ago something was done, as the view places it
     * @param fresh actions done whose time to react has not passed
     */
    Kind kind(long age, int since, long fresh) {
        long key = (age * view.sinceAction.places() + since) << Dossier.ACTIONS | fresh;
        var known = kinds.get(key);
        if (known == null) {
            known = new Kind(view);
            kinds.put(key, known);
        }
        return known;
    }
}
