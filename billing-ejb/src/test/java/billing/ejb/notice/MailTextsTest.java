package billing.ejb.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.account.ContractPlan;
import billing.domain.account.TermsType;
import billing.domain.money.Money;
import billing.domain.payment.DeclineCode;
import billing.ejb.runtime.Configuration;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What mails say. */
class MailTextsTest {
    /** Stands for the reasons of the room that sends this mail. */
    private enum OffReason {
        BANK_ACCOUNT_DEFAULT,
        DECLINED,
        DECLINED_REPEATEDLY
    }

    private static final Instant THEN = Instant.parse("2026-11-03T06:00:00Z");
    private static final Money AMOUNT = Money.of("1234.56");
    private static final Phrase STOPS = new Phrase("usedUp.stops", List.of());
    private static final Phrase THIRD = new Phrase("invoiced.third", List.of());

    private static final Map<MailKind, List<Object>> FACTS = Map.ofEntries(
            Map.entry(MailKind.WELCOME, List.of(new Phrase("WELCOME.invoiced", List.of(THIRD)))),
            Map.entry(MailKind.RECEIPT, List.of(AMOUNT, new MethodLabel("amex 8431"))),
            Map.entry(MailKind.RECHARGE_MADE, List.of(AMOUNT, Money.of("50.00"), 7)),
            Map.entry(MailKind.RECHARGE_DECLINED, List.of(AMOUNT, DeclineCode.INSUFFICIENT_FUNDS, THEN, STOPS)),
            Map.entry(MailKind.RECHARGE_OFF, List.of(OffReason.DECLINED, STOPS)),
            Map.entry(
                    MailKind.AUTHORIZATION_NEEDED,
                    List.of(
                            AMOUNT,
                            THEN,
                            new Phrase("AUTHORIZATION_NEEDED.invoice", List.of("INV-2026-000007", AMOUNT)))),
            Map.entry(MailKind.INVOICE_PAID, List.of(AMOUNT, "INV-2026-000007", new MethodLabel("visa 4242"))),
            Map.entry(
                    MailKind.PAYMENT_FAILED,
                    List.of(
                            AMOUNT,
                            "INV-2026-000007",
                            new Phrase(
                                    "PAYMENT_FAILED.declined",
                                    List.of(AMOUNT, "INV-2026-000007", DeclineCode.EXPIRED_CARD)),
                            new Phrase("PAYMENT_FAILED.again", List.of(THEN)),
                            new Phrase("PAYMENT_FAILED.stops", List.of(THEN)))),
            Map.entry(
                    MailKind.PAST_DUE,
                    List.of(AMOUNT, "INV-2026-000007", new Phrase("PAST_DUE.unpaid", List.of(THEN)))),
            Map.entry(MailKind.RECHARGE_CAP_REACHED, List.of(AMOUNT, Money.of("10000.00"), STOPS)),
            Map.entry(MailKind.LOW_BALANCE, List.of(AMOUNT, Money.of("1.239999999"), STOPS)),
            Map.entry(
                    MailKind.BALANCE_ZERO,
                    List.of(Money.ofNanos(-1), new Phrase("BALANCE_ZERO.below", List.of(AMOUNT)))),
            Map.entry(
                    MailKind.BUDGET_REACHED,
                    List.of(
                            new Phrase("BUDGET_REACHED.project", List.of("it's {0}")),
                            BudgetPeriod.MONTH,
                            AMOUNT,
                            BudgetMode.HARD,
                            THEN)),
            Map.entry(MailKind.CREDITS_EXPIRING, List.of(AMOUNT, THEN)),
            Map.entry(
                    MailKind.TERMS_CHANGED,
                    List.of(
                            new Phrase("TERMS_CHANGED.tier", List.of(TermsType.BUILD, 5)),
                            new Phrase("TERMS_CHANGED.plan", List.of(TermsType.CONTRACT, ContractPlan.SCALE)),
                            new Phrase("TERMS_CHANGED.below", List.of(AMOUNT)),
                            THIRD)),
            Map.entry(MailKind.CARD_EXPIRING, List.of(new MethodLabel("visa 4242"), YearMonth.of(2026, 12))),
            Map.entry(
                    MailKind.INVOICE_ISSUED,
                    List.of(
                            "INV-2026-000001",
                            YearMonth.of(2026, 10),
                            new Phrase("INVOICE_ISSUED.nothing", List.of()))),
            Map.entry(MailKind.POLICY_CHANGE, List.of("New terms of use", "Limits count by the hour.", THEN)),
            Map.entry(
                    MailKind.REFUND_RETURNED,
                    List.of(
                            AMOUNT,
                            new MethodLabel("visa 4242"),
                            "acc_0123456789abc",
                            new Phrase("REFUND_RETURNED.closed", List.of()))),
            Map.entry(MailKind.ACCOUNT_CLOSED, List.of(AMOUNT, Money.ZERO)));

    private final MailTexts texts = texts();

    private static MailTexts texts() {
        MailTexts texts = new MailTexts();
        texts.configuration = new Configuration() {
            @Override
            public String currency() {
                return "usd";
            }

            @Override
            public String supportUrl() {
                return "mailto:help@example.com";
            }

            @Override
            public URI publicUrl() {
                return URI.create("https://pay.example.com/billing");
            }
        };
        return texts;
    }

    private Letter letter(MailKind kind, @Nullable String path) {
        return texts.write(new Mail(kind, FACTS.get(kind), path, null), "Acme");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void each_kind_says_all_it_has_to_say(MailKind kind) {
        Letter letter = letter(kind, "/settings/billing");
        for (String text : List.of(letter.subject(), letter.body(), letter.button(), letter.footer())) {
            assertFalse(text.isBlank());
            assertFalse(text.replace("it's {0}", "").matches("(?s).*[{}'].*"), text);
        }
        assertTrue(letter.subject().length() <= 80, letter.subject());
        assertTrue(letter.body().split("\n\n").length >= 2, letter.body());
        assertTrue(letter.text().contains("https://pay.example.com/billing/settings/billing"));
        assertTrue(letter.footer().contains("help@example.com"), letter.footer());
        int facts = FACTS.get(kind).size();
        ResourceBundle mails = ResourceBundle.getBundle("billing.ejb.notice.mails", Locale.ROOT);
        String all = mails.getString(kind + ".subject") + mails.getString(kind + ".text");
        for (int i = 0; i < facts; i++) {
            assertTrue(all.contains("{" + i + "}"), kind + " tells fact " + i);
        }
        assertFalse(all.contains("{" + facts + "}"), kind + " has only " + facts + " facts");
    }

    @Test
    void amounts_times_cards_and_values_are_in_words() {
        assertTrue(letter(MailKind.RECEIPT, null)
                .body()
                .contains("American Express ending in 8431 was charged $1,234.56."));
        assertTrue(letter(MailKind.RECHARGE_DECLINED, null).body().contains("not enough funds"));
        assertTrue(letter(MailKind.RECHARGE_DECLINED, null).body().contains("3 November 2026, 06:00 UTC"));
        assertTrue(
                letter(MailKind.LOW_BALANCE, null).body().contains("Available now: $1.23."), "never more than it is");
        assertTrue(letter(MailKind.BALANCE_ZERO, null).body().contains("\u2212$0.01"));
        assertTrue(letter(MailKind.BUDGET_REACHED, null).body().contains("for project “it's {0}” is used up"));
        assertTrue(letter(MailKind.CARD_EXPIRING, null).body().contains("at the end of December 2026"));
    }

    @Test
    void each_reason_to_turn_recharge_off_is_told() {
        for (OffReason reason : OffReason.values()) {
            Letter letter = texts.write(new Mail(MailKind.RECHARGE_OFF, List.of(reason, STOPS), null, null), "Acme");
            assertTrue(letter.body().length() > 150, letter.body());
        }
    }

    @Test
    void what_follows_when_credits_are_used_up_is_said_as_the_terms_have_it() {
        for (String key :
                List.of("BALANCE_ZERO.stops", "BALANCE_ZERO.below", "BALANCE_ZERO.reached", "BALANCE_ZERO.unlimited")) {
            Mail mail = new Mail(MailKind.BALANCE_ZERO, List.of(AMOUNT, new Phrase(key, List.of(AMOUNT))), null, null);
            assertEquals(
                    key.endsWith("stops"),
                    texts.write(mail, "Acme").body().contains("Add credits: access is back at once"));
        }
        for (String key : List.of("usedUp.stops", "usedUp.below", "usedUp.unlimited")) {
            Mail mail = new Mail(
                    MailKind.LOW_BALANCE, List.of(AMOUNT, AMOUNT, new Phrase(key, List.of(AMOUNT))), null, null);
            assertEquals(key.endsWith("stops"), texts.write(mail, "Acme").body().contains("used up, access stops"));
        }
        for (Phrase paid : List.of(
                new Phrase("WELCOME.prepaid", List.of()),
                new Phrase("WELCOME.invoiced", List.of(new Phrase("invoiced.days", List.of(30)))))) {
            String body = texts.write(new Mail(MailKind.WELCOME, List.of(paid), null, null), "Acme")
                    .body();
            assertEquals(paid.key().endsWith("prepaid"), body.contains("only when you buy them"));
        }
    }

    @Test
    void an_absolute_address_stays_as_it_is() {
        assertEquals(
                "https://x.example/y",
                letter(MailKind.AUTHORIZATION_NEEDED, "https://x.example/y").link());
        assertEquals(null, letter(MailKind.AUTHORIZATION_NEEDED, null).link());
    }
}
