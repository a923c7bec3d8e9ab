package io.dunlin.study;

import io.dunlin.docs.ADemoBook;
import java.util.Map;

/** The service over a demo book of 24 customers, which it would play in six parts, if it ran what is ordered. */
public class ABookToSimulate extends ADemoBook {
    static final int CUSTOMERS = 24;
    static final int PARTS = 6;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dunlin.ledger.demo-customers", "" + CUSTOMERS,
                "dunlin.study.part-customers", "" + CUSTOMERS / PARTS,
                // Said again: profiles that ran before may have said otherwise.
                "dunlin.study.running", "0",
                "dunlin.study.queued", "3",
                "dunlin.study.kept", "4",
                "dunlin.study.longest-upload", "1M",
                "dunlin.study.taken-over-after", "PT1H",
                "dunlin.study.tell-every", "PT0.05S");
    }
}
