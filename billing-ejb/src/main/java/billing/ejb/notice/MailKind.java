package billing.ejb.notice;

import billing.domain.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What a mail is about. Its texts are in the bundle {@code mails} under {@code <name>.subject}, {@code .text} and {@code
 * .button}; the facts fill in {0}, {1} and so on.
 */
public enum MailKind {
    /** Facts: how it is paid for. */
    WELCOME(Phrase.class),
    /** Facts: the amount, what paid. */
    RECEIPT(Money.class, MethodLabel.class),
    /** Facts: the amount, what is available now, the number of the agreement. */
    RECHARGE_MADE(Money.class, Money.class, Integer.class),
    /** Facts: the amount, the decline, when it is tried again, what happens once credits are used up. */
    RECHARGE_DECLINED(Money.class, Enum.class, Instant.class, Phrase.class),
    /** Facts: the reason, an enum value with a text of its own, what happens once credits are used up. */
    RECHARGE_OFF(Enum.class, Phrase.class),
    /** Facts: the amount, until when the bank waits, what it is for. */
    AUTHORIZATION_NEEDED(Money.class, Instant.class, Phrase.class),
    /**
     * Facts: the amount of the recharge that was not made, the cap: an amount, or a phrase that counts recharges, what happens
     * once credits are used up.
     */
    RECHARGE_CAP_REACHED(Money.class, Object.class, Phrase.class),
    /** Facts: the threshold, what is available, what happens once credits are used up. */
    LOW_BALANCE(Money.class, Money.class, Phrase.class),
    /** Facts: what is available, what happens now. */
    BALANCE_ZERO(Money.class, Phrase.class),
    /** Facts: what the budget is for, its period, its amount, what reaching it does, when the period began. */
    BUDGET_REACHED(Phrase.class, Enum.class, Money.class, Enum.class, Instant.class),
    /** Facts: the amount, the invoice's number, what paid. */
    INVOICE_PAID(Money.class, String.class, MethodLabel.class),
    /** Facts: the amount, the invoice's number, the decline or a phrase in its place, when it is tried again, when access ends. */
    PAYMENT_FAILED(Money.class, String.class, Object.class, Phrase.class, Phrase.class),
    /** Facts: the amount, the invoice's number, why it is not paid. */
    PAST_DUE(Money.class, String.class, Phrase.class),
    /** Facts: the card, the last month in which it is valid. */
    CARD_EXPIRING(MethodLabel.class, YearMonth.class),
    /** Facts: what is left of them, when they expire. */
    CREDITS_EXPIRING(Money.class, Instant.class),
    /** Facts: the type of the terms before, and now, how far below zero, what becomes of usage below zero. */
    TERMS_CHANGED(Phrase.class, Phrase.class, Phrase.class, Phrase.class),
    /** Facts: the title, what changes, from when. */
    POLICY_CHANGE(String.class, String.class, Instant.class),
    /** Facts: the number, the month, what is due and when. */
    INVOICE_ISSUED(String.class, YearMonth.class, Phrase.class),
    /** Facts: what is paid back, what lapses. */
    ACCOUNT_CLOSED(Money.class, Money.class),
    /** What was paid back when the account was deleted came back. Facts: the amount, what it went to, the account, what it is now. */
    REFUND_RETURNED(Money.class, MethodLabel.class, String.class, Phrase.class);

    private final List<Class<?>> facts;

    MailKind(Class<?>... facts) {
        this.facts = List.of(facts);
    }

    /** Whether it is about an account that is deleted, so that nobody knows whom it went to once it is sent. */
    public boolean isLast() {
        return this == ACCOUNT_CLOSED || this == REFUND_RETURNED;
    }

    /** The types of the facts, in the order of the texts. */
    public List<Class<?>> facts() {
        return facts;
    }
}
