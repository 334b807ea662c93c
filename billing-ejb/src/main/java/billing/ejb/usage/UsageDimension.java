package billing.ejb.usage;

import java.util.List;

/** What usage is summed up by. The last three are labels, which an event may lack. */
public enum UsageDimension {
    DAY("on_day"),
    PRODUCT("product"),
    SKU("code"),
    API_KEY("api_key"),
    PROJECT("project"),
    MODEL("model");

    /** The labels that an event may carry. */
    public static final List<UsageDimension> LABELS = List.of(API_KEY, PROJECT, MODEL);

    private final String column;

    UsageDimension(String column) {
        this.column = column;
    }

    /** Whether it is one of the labels. */
    public boolean isLabel() {
        return LABELS.contains(this);
    }

    String column() {
        return column;
    }

    /** Its column among the usage's or among the SKU's. */
    String in(String usage, String sku) {
        return (this == PRODUCT || this == SKU ? sku : usage) + "." + column;
    }
}
