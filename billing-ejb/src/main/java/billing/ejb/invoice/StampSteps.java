package billing.ejb.invoice;

import billing.domain.id.AccountId;
import billing.domain.invoice.DocumentNumber;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The short transaction in which documents get their numbers: the numbers are drawn if, and only if, it commits. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class StampSteps {
    @Inject
    StampRepository stamps;

    @Inject
    IssuerSource issuers;

    @Inject
    InstantSource clock;

    /**
     * Stamps drafts, those of the oldest month first.
     *
     * @return how many
     */
    public int stamp(int most) {
        stamps.lock();
        return stamp(stamps.drafts(most));
    }

    /** Stamps what is written of an account, before all others. */
    public void stamp(AccountId account) {
        stamps.lock();
        stamp(stamps.drafts(account));
    }

    private int stamp(List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            stamp(drafts, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return drafts.size();
    }

    private void stamp(List<Draft> drafts, Instant now) {
        if (stamps.stamp(drawFor(drafts, now), issuers.current(now)) != drafts.size()) {
            throw new IllegalStateException("BILL-0904 somebody else stamped a draft");
        }
    }

    private List<Stamp> drawFor(List<Draft> drafts, Instant now) {
        int year = now.atZone(ZoneOffset.UTC).getYear();
        Map<String, Long> last = new HashMap<>();
        List<Stamp> drawn = new ArrayList<>();
        for (Draft draft : drafts) {
            String series = draft.kind().series();
            long count = last.computeIfAbsent(series, it -> stamps.drawn(it, year)) + 1;
            last.put(series, count);
            drawn.add(new Stamp(draft, new DocumentNumber(series, year, count), now));
        }
        last.forEach((series, count) -> stamps.draw(series, year, count));
        return drawn;
    }
}
