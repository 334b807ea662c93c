package billing.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.access.AccessDecision;
import billing.domain.access.AccessReason;
import billing.domain.access.BudgetMode;
import billing.domain.access.BudgetPeriod;
import billing.domain.access.BudgetScope;
import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.account.TermsType;
import billing.domain.id.AccountId;
import billing.domain.ledger.Overdue;
import billing.domain.money.Money;
import billing.domain.usage.Labels;
import billing.ejb.account.AccountService;
import billing.ejb.account.ApiKeyService;
import billing.ejb.account.NewKey;
import billing.ejb.account.OpenAccount;
import billing.ejb.house.Customer;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import billing.ejb.ledger.LedgerService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The hot path gives the same answers as the slow one, to everybody who asks at once. */
@InEachHouse
class AccessReadTest {
    private static final Labels RED = new Labels(null, "red", null);

    private final House house;
    private final NewKey key;

    AccessReadTest(House house) {
        this.house = house;
        key = house.get(ApiKeyService.class).create(null, "test", "system");
    }

    private AccessAnswer asks(AccountId account, Labels labels) {
        return house.get(AccessReadService.class).ask(question(account, labels));
    }

    private AccessQuestion question(AccountId account, Labels labels) {
        return new AccessQuestion(account, key.key().id(), labels);
    }

    private @Nullable AccessDecision slowly(AccountId account, Labels labels) {
        return house.get(AccessService.class).decide(account, labels).orElse(null);
    }

    private AccountId on(BillingTerms terms) {
        BillingAccount account =
                house.get(AccountService.class).open(new OpenAccount("Acme", "acme@example.com", terms));
        return account.id();
    }

    private void agrees(AccessReason reason, AccountId account) {
        AccessDecision decision = asks(account, Labels.NONE).decision();
        assertEquals(slowly(account, Labels.NONE), decision);
        assertEquals(reason, decision == null ? null : decision.reason());
    }

    @Test
    void it_says_what_the_slow_one_says_for_all_terms() {
        Customer customer = house.customerWith("pm_card_visa");
        agrees(AccessReason.NO_PURCHASE_YET, customer.id());
        customer.buys("5.00");
        agrees(AccessReason.OK, customer.id());
        customer.spends("5.00");
        agrees(AccessReason.BALANCE_EXHAUSTED, customer.id());
        house.inTransaction(() -> {
            house.get(LedgerService.class).pastDue(customer.id(), true);
            return true;
        });
        agrees(AccessReason.PAST_DUE, customer.id());
        house.tamper("UPDATE ledger_balance SET past_due = FALSE, dispute_debt = 1 WHERE account = ?", customer.id());
        agrees(AccessReason.PAST_DUE, customer.id());
        assertEquals(
                Overdue.DISPUTE_DEBT,
                asks(customer.id(), Labels.NONE).decision().overdue());
        house.tamper("UPDATE ledger_balance SET dispute_debt = 0 WHERE account = ?", customer.id());
        agrees(
                AccessReason.NO_PURCHASE_YET,
                on(new BillingTerms(TermsType.BUILD, 2, BillingTerms.BUILD_LIMIT, null, null)));
        agrees(AccessReason.OK, on(new BillingTerms(TermsType.CONTRACT, null, null, 30, null)));
        agrees(AccessReason.OK, on(new BillingTerms(TermsType.CONTRACT, null, Money.of("9.00"), 30, Money.of("1.00"))));
        assertNull(asks(new AccountId(1), Labels.NONE).decision());
    }

    @Test
    void many_who_ask_at_once_each_get_their_own_answer() {
        List<Customer> customers = Stream.generate(house::customer).limit(20).toList();
        for (int i = 0; i < customers.size(); i++) {
            customers.get(i).isGiven(i + 1 + ".00");
        }
        for (int round = 0; round < 5; round++) {
            List<AccessAnswer> answers = Together.each(
                    60, n -> () -> asks(customers.get(n % customers.size()).id(), Labels.NONE));
            for (int n = 0; n < answers.size(); n++) {
                AccessDecision decision = answers.get(n).decision();
                assertEquals(
                        Money.of(n % customers.size() + 1 + ".00"), decision == null ? null : decision.available());
            }
        }
    }

    @Test
    void whoever_asks_after_a_commit_sees_it_while_others_keep_asking() {
        Customer customer = house.customer();
        List<Boolean> right = Together.each(9, n -> () -> {
            for (int i = 1; i <= 40; i++) {
                if (n > 0) {
                    asks(customer.id(), Labels.NONE);
                } else {
                    customer.isGiven("1.00");
                    AccessDecision decision = asks(customer.id(), Labels.NONE).decision();
                    if (decision == null || !decision.available().equals(Money.of(i + ".00"))) {
                        return false;
                    }
                }
            }
            return true;
        });
        assertFalse(right.contains(false));
    }

    @Test
    void more_than_one_statement_takes_are_answered_too() {
        List<AccountId> accounts =
                Stream.generate(() -> house.customer().id()).limit(70).toList();
        Set<AccessQuestion> questions =
                accounts.stream().map(id -> question(id, Labels.NONE)).collect(Collectors.toSet());
        Map<AccessQuestion, AccessAnswer> answers =
                house.get(AccessReadService.class).ask(questions);
        assertEquals(questions, answers.keySet());
        assertTrue(answers.values().stream().noneMatch(answer -> answer.decision() == null));
    }

    @Test
    void a_revoked_key_is_known_by_the_next_question_and_no_other_key_suffers() {
        Customer customer = house.customer();
        NewKey own = house.get(ApiKeyService.class).create(customer.id(), "own", "system");
        AccessQuestion question = new AccessQuestion(customer.id(), own.key().id(), Labels.NONE);
        assertFalse(house.get(AccessReadService.class).ask(question).isKeyRevoked());
        house.get(ApiKeyService.class).revoke(customer.id(), own.key().id());
        Map<AccessQuestion, AccessAnswer> answers =
                house.get(AccessReadService.class).ask(Set.of(question, question(customer.id(), Labels.NONE)));
        assertTrue(answers.get(question).isKeyRevoked());
        assertFalse(answers.get(question(customer.id(), Labels.NONE)).isKeyRevoked());
    }

    @Test
    void budgets_are_asked_for_by_labels_and_each_change_has_a_new_epoch() {
        Holder acme = Holder.with(house, "50.00");
        AccountId id = acme.customer().id();
        long before = acme.customer().balance().epoch();
        house.get(BudgetService.class)
                .set(new SetBudget(
                        id,
                        new BudgetScope("red", null),
                        BudgetPeriod.MONTH,
                        Money.of("5.00"),
                        BudgetMode.HARD,
                        "mem_owner"));
        long made = acme.customer().balance().epoch();
        acme.uses("5.00", RED);
        assertTrue(before < made && made < acme.customer().balance().epoch());
        assertEquals(slowly(id, RED), asks(id, RED).decision());
        assertEquals(AccessReason.BUDGET_REACHED, acme.access(RED));
        assertEquals(slowly(id, Labels.NONE), asks(id, Labels.NONE).decision());
        assertEquals(AccessReason.OK, acme.access());
    }
}
