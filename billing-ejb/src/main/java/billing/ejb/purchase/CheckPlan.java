package billing.ejb.purchase;

import java.time.Duration;

/** When an outcome that nobody knows is asked for again: soon at first, then ever more rarely. */
final class CheckPlan {
    /** How much longer than the gateway's time-out the first check waits, so that it does not race the request. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;

    private CheckPlan() {}

    /** 2 s, 4 s, 8 s and so on, at most five minutes. */
    static Duration next(int checks) {
        Duration doubled = Duration.ofSeconds(2L << Math.min(checks, DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
