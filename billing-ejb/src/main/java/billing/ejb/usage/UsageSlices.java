package billing.ejb.usage;

import billing.domain.id.AccountId;

/** The slices into which all accounts are cut, the same on all nodes. */
final class UsageSlices {
    static final int COUNT = 64;
    /** 2⁶⁴ over the golden ratio: neighbours land far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int HIGHEST_BITS = 58;

    private UsageSlices() {}

    static int of(AccountId account) {
        return (int) (account.value() * SPREAD >>> HIGHEST_BITS);
    }
}
