package io.dunlin.precedent;

/** An invoice but for its age and for how long ago something was done: what can matter to it, and where its money stands. */
record Track(View view, long money) {}
