package billing.ejb.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part that a test payment method plays.
 *
 * @param declinedAtSetup why it cannot be saved, nor charged without being saved
 * @param declinedAtCharge why each charge fails though it could be saved
 * @param authentication when the bank wants to see its customer
 * @param aftermath what follows a charge that succeeded
 */
record Behaviour(
        @Nullable Decline declinedAtSetup,
        @Nullable Decline declinedAtCharge,
        Authentication authentication,
        Aftermath aftermath) {

    /** When the bank asks its customer to approve. */
    enum Authentication {
        NEVER,
        /** At setup; after that off-session charges pass, but not before. */
        UNTIL_SET_UP,
        /** Set up already: only while the customer is there. */
        ON_SESSION,
        /** At each setup and each charge, so off-session charges never pass. */
        ALWAYS
    }

    /** What follows a charge that succeeded, or a debit that is under way. */
    enum Aftermath {
        NONE,
        DISPUTE,
        PRODUCT_NOT_RECEIVED,
        INQUIRY,
        REFUND_FAILS,
        REFUND_PENDS,
        /** A debit that never leaves {@code processing}. */
        NEVER_SETTLES,
        /** A debit that the bank takes back as soon as it has settled. */
        RETURNED_AT_ONCE,
        /** A debit that the bank takes back two days after it has settled. */
        RETURNED_LATER
    }

    static final Behaviour WORKS = new Behaviour(null, null, Authentication.NEVER, Aftermath.NONE);

    static Behaviour refused(String reason) {
        return new Behaviour(Decline.card(reason), Decline.card(reason), Authentication.NEVER, Aftermath.NONE);
    }

    static Behaviour declined(String reason) {
        return new Behaviour(null, Decline.card(reason), Authentication.NEVER, Aftermath.NONE);
    }

    static Behaviour returned(String code) {
        return new Behaviour(null, Decline.debit(code), Authentication.NEVER, Aftermath.NONE);
    }

    static Behaviour authenticated(Authentication when) {
        return new Behaviour(null, null, when, Aftermath.NONE);
    }

    static Behaviour followedBy(Aftermath aftermath) {
        return new Behaviour(null, null, Authentication.NEVER, aftermath);
    }

    Optional<Decline> atSetup() {
        return Optional.ofNullable(declinedAtSetup);
    }

    Optional<Decline> atCharge() {
        return Optional.ofNullable(declinedAtCharge);
    }

    boolean wantsApprovalAtSetup() {
        return authentication == Authentication.UNTIL_SET_UP || authentication == Authentication.ALWAYS;
    }

    boolean wantsApprovalOfCharge(boolean offSession) {
        return switch (authentication) {
            case NEVER -> false;
            case ON_SESSION -> !offSession;
            case UNTIL_SET_UP, ALWAYS -> true;
        };
    }
}
