package billing.domain.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.id.AccountId;
import billing.domain.money.Money;
import billing.domain.payment.Charge;
import billing.domain.payment.DeclineCode;
import billing.domain.payment.MethodType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseStatusTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PROCESSING         | ACTION_REQUIRED SUCCEEDED FAILED EXPIRED
        ACTION_REQUIRED    | PROCESSING SUCCEEDED FAILED EXPIRED
        SUCCEEDED          | SUCCEEDED PARTIALLY_REFUNDED REFUNDED DISPUTED
        FAILED             | SUCCEEDED
        EXPIRED            | SUCCEEDED
        PARTIALLY_REFUNDED | SUCCEEDED PARTIALLY_REFUNDED REFUNDED DISPUTED
        REFUNDED           | SUCCEEDED PARTIALLY_REFUNDED DISPUTED
        DISPUTED           | SUCCEEDED PARTIALLY_REFUNDED REFUNDED
        """)
    void each_status_knows_what_may_follow(PurchaseStatus status, String next) {
        String allowed = Arrays.stream(PurchaseStatus.values())
                .filter(status::mayBecome)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
        assertEquals(next, allowed);
    }

    @Test
    void a_status_is_open_or_paid_or_refused() {
        for (PurchaseStatus status : PurchaseStatus.values()) {
            boolean refused = status == PurchaseStatus.FAILED || status == PurchaseStatus.EXPIRED;
            assertEquals(1, (status.isOpen() ? 1 : 0) + (status.isPaid() ? 1 : 0) + (refused ? 1 : 0), status.name());
        }
    }

    private static CreditPurchase purchase() {
        Charge charge = new Charge(
                "pur_1",
                new AccountId(1),
                "cus_1",
                "pm_1",
                MethodType.CARD,
                Money.of("25.00"),
                "usd",
                URI.create("http://127.0.0.1/back"),
                false);
        return new CreditPurchase(charge, PurchaseSource.PURCHASE, "mth_1", "visa 4242", "mem_1", NOW, NOW);
    }

    @Test
    void success_wins_over_a_failure_of_ours() {
        CreditPurchase purchase = purchase();
        purchase.fail("pi_1", DeclineCode.CARD_DECLINED, NOW);
        purchase.succeed("pi_1", NOW);
        assertEquals(PurchaseStatus.SUCCEEDED, purchase.status());
        assertEquals(Optional.empty(), purchase.failure());
    }

    @Test
    void nothing_else_leaves_a_final_state() {
        CreditPurchase paid = purchase();
        paid.succeed("pi_1", NOW);
        assertThrows(IllegalStateException.class, () -> paid.fail("pi_1", DeclineCode.FRAUD, NOW));
        assertThrows(IllegalStateException.class, () -> paid.expire(NOW));
        CreditPurchase failed = purchase();
        failed.fail("pi_1", DeclineCode.FRAUD, NOW);
        assertThrows(IllegalStateException.class, () -> failed.expire(NOW));
    }

    @Test
    void the_charge_is_the_same_letter_by_letter_when_it_is_sent_again() {
        CreditPurchase purchase = purchase();
        Charge first = purchase.charge();
        purchase.stayUnknown(true, NOW.plusSeconds(2));
        assertEquals(first, purchase.charge());
    }

    @Test
    void a_key_is_usable_for_less_than_23_hours_and_never_after_a_stored_error() {
        CreditPurchase purchase = purchase();
        assertTrue(purchase.isKeyUsable(NOW.plus(Duration.ofHours(23)).minusNanos(1_000)));
        assertEquals(false, purchase.isKeyUsable(NOW.plus(Duration.ofHours(23))));
        purchase.stayUnknown(false, NOW);
        purchase.stayUnknown(true, NOW);
        assertEquals(false, purchase.isKeyUsable(NOW));
    }

    @Test
    void refunds_move_it_between_paid_states() {
        CreditPurchase purchase = purchase();
        purchase.succeed("pi_1", NOW);
        purchase.refundedInAll(Money.of("10.00"));
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, purchase.status());
        purchase.refundedInAll(Money.of("25.00"));
        assertEquals(PurchaseStatus.REFUNDED, purchase.status());
        purchase.refundedInAll(Money.ZERO);
        assertEquals(PurchaseStatus.SUCCEEDED, purchase.status());
    }
}
