package io.dunlin.strategy;

import io.dunlin.docs.ADemoBook;
import java.util.Map;

/** The service on an empty database that no other test looks at: what is live there is nobody else's business. */
public class ADatabaseOfItsOwn extends ADemoBook {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of();
    }

    /** For tests that begin with no strategy at all, again and again. */
    public static class AndNothingInIt extends ADatabaseOfItsOwn {}
}
