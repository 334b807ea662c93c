package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessReason;
import billing.domain.account.AccountStatus;
import billing.domain.account.ContractPlan;
import billing.domain.account.Role;
import billing.domain.account.TermsType;
import billing.domain.ledger.EntryKind;
import billing.domain.payment.DeclineCode;
import billing.domain.purchase.PurchaseStatus;
import billing.domain.purchase.RefundStatus;
import billing.domain.purchase.Refusal;
import billing.domain.recharge.OffReason;
import billing.domain.recharge.RechargeMode;
import billing.domain.recharge.RechargeStatus;
import billing.domain.recharge.SettingsRule;
import billing.domain.usage.Product;
import billing.ejb.account.ActionKind;
import billing.ejb.account.ContactRefusal;
import billing.ejb.closing.ClosingPreview;
import billing.ejb.invoice.PayRefusal;
import billing.ejb.payment.MethodRefusal;
import billing.ejb.recharge.RechargeRefusal;
import billing.ejb.usage.PriceRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern KEY = Pattern.compile("(?:m\\[|b:texts?\\()'([\\w.]+)'");

    @Test
    void each_refusal_says_what_happened_and_what_to_do() {
        assertTexts("decline", DeclineCode.values(), true);
        assertTexts("refusal", Refusal.values(), true);
        assertTexts("method", MethodRefusal.values(), true);
        assertTexts("access", AccessReason.values(), true);
        assertTexts("recharge.refusal", RechargeRefusal.values(), true);
        assertTexts("recharge.off", OffReason.values(), true);
    }

    @Test
    void each_value_has_a_name() {
        assertTexts("status", PurchaseStatus.values(), false);
        assertTexts("entry", EntryKind.values(), false);
        assertTexts("role", Role.values(), false);
        assertTexts("terms", TermsType.values(), false);
        assertTexts("product", Product.values(), false);
        assertTexts("price", PriceRefusal.values(), false);
        assertTexts("action", ActionKind.values(), false);
        assertTexts("accountStatus", AccountStatus.values(), false);
        assertTexts("plan", ContractPlan.values(), false);
        assertTexts("termsType", TermsType.values(), false);
        assertTexts("termsType.hint", TermsType.values(), false);
        assertTexts("refundStatus", RefundStatus.values(), false);
        assertTexts("refund.done", RefundStatus.values(), false);
        assertTexts("contact", ContactRefusal.values(), false);
        assertTexts("recharge.rule", SettingsRule.values(), false);
        assertTexts("rechargeMode", RechargeMode.values(), false);
        assertTexts("rechargeMode.hint", RechargeMode.values(), false);
        assertTexts("rechargeStatus", RechargeStatus.values(), false);
        assertTexts("payRefusal", PayRefusal.values(), true);
        assertTexts("obstacle", ClosingPreview.Obstacle.values(), false);
    }

    @Test
    void each_decline_says_that_nothing_was_charged() {
        for (DeclineCode code : DeclineCode.values()) {
            assertTrue(Messages.next("decline", code).startsWith("You were not charged."), code.name());
            String invoice = Messages.ofInvoice(code);
            assertTrue(invoice.contains("You were not charged."), code.name());
            assertFalse(invoice.contains("smaller amount") || invoice.contains("Buy again"), code.name());
        }
    }

    @Test
    void each_state_of_a_purchase_is_explained() {
        for (PurchaseStatus status : PurchaseStatus.values()) {
            assertTrue(Messages.has("purchase." + status + ".title"), status.name());
            assertTrue(status == PurchaseStatus.FAILED || Messages.has("purchase." + status + ".text"), status.name());
            assertTrue(
                    Messages.has("pay." + status + ".title") && Messages.has("pay." + status + ".text"), status.name());
        }
    }

    @Test
    void an_unsupported_card_is_refused_in_the_promised_words() {
        assertEquals(
                "Your card does not support this type of purchase.",
                Messages.of("decline", DeclineCode.CARD_NOT_SUPPORTED));
        assertEquals(
                "Your card does not support this type of purchase.",
                Messages.of("refusal", Refusal.CARD_NOT_SUPPORTED));
    }

    @Test
    void the_pages_use_no_text_that_is_missing() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertTrue(pages.size() > 20, "the pages are where this test looks");
            for (Path page : pages) {
                assertTexts(page);
            }
        }
    }

    private static void assertTexts(Path page) throws IOException {
        List<String> missing = KEY.matcher(Files.readString(page))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(key -> !Messages.has(key))
                .toList();
        assertEquals(List.of(), missing, page.toString());
    }

    private static void assertTexts(String family, Enum<?>[] values, boolean next) {
        List<String> missing = Arrays.stream(values)
                .map(value -> family + "." + value.name())
                .filter(key -> !Messages.has(key) || next && !Messages.has(key + ".next"))
                .toList();
        assertEquals(List.of(), missing);
    }
}
