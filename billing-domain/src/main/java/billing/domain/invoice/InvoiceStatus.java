package billing.domain.invoice;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a closed month.
 *
 * <pre>
 * CLOSED ─► DRAFT ─┬─► ISSUED ─► PAST_DUE
 *                  │      └──┬──────┴────► PAID | VOID
 *                  ├─► PAID (nothing due)
 *                  └─► STATEMENT
 * </pre>
 */
public enum InvoiceStatus {
    /** Its debt has moved; the document is not written yet. */
    CLOSED,
    /** Its lines and sums are written; it has no number yet, and nobody sees it. */
    DRAFT,
    ISSUED,
    /** It was due and could not be charged. */
    PAST_DUE,
    PAID,
    /** Taken back by credit notes. */
    VOID,
    STATEMENT;

    /** Whether it has a number: only then anybody sees it. */
    public boolean isStamped() {
        return this != CLOSED && this != DRAFT;
    }

    /** Whether something is to be paid. */
    public boolean isOpen() {
        return this == ISSUED || this == PAST_DUE;
    }

    private Set<InvoiceStatus> next() {
        return switch (this) {
            case CLOSED -> EnumSet.of(DRAFT);
            case DRAFT -> EnumSet.of(ISSUED, PAID, STATEMENT);
            case ISSUED -> EnumSet.of(PAST_DUE, PAID, VOID);
            case PAST_DUE -> EnumSet.of(PAID, VOID);
            case PAID -> EnumSet.of(PAST_DUE, VOID);
            case VOID, STATEMENT -> EnumSet.noneOf(InvoiceStatus.class);
        };
    }

    /** A payment that is lost to a dispute makes a paid one past due again. */
    public boolean mayBecome(InvoiceStatus other) {
        return next().contains(other);
    }
}
