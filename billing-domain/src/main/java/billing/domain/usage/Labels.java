package billing.domain.usage;

import org.jspecify.annotations.Nullable;

/** What the platform says about a piece of usage, so that its owner can see where the credits went. */
public record Labels(
        @Nullable String apiKey,
        @Nullable String project,
        @Nullable String model) {
    public static final Labels NONE = new Labels(null, null, null);
}
