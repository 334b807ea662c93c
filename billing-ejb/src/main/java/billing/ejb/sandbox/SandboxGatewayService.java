package billing.ejb.sandbox;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import billing.domain.money.Money;
import billing.domain.purchase.CreditPurchase;
import billing.ejb.account.AccountService;
import billing.ejb.payment.PaymentMethodService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The levers of the sandbox's gateway. Everything is empty and without effect where there is no sandbox. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class SandboxGatewayService {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String NOBODY = "nobody";

    @Inject
    RunningSimulator running;

    @Inject
    PaymentMethodService methods;

    @Inject
    AccountService accounts;

    /** Whether this installation is a sandbox. */
    public boolean isOn() {
        return running.simulator().isPresent();
    }

    /** Makes the next charges, or their notices, go wrong: all of them, or those of one account, charged before or not. */
    public void script(FaultKind kind, int times, @Nullable AccountId account) {
        String customer = account == null ? null : methods.customer(account).orElse(NOBODY);
        running.simulator().ifPresent(simulator -> simulator.script(kind, times, customer));
    }

    /** A bank acts on the payment of a purchase; when it has answered, its notices have been tried. */
    public DisputeResult dispute(CreditPurchase purchase, DisputeAction action) {
        Optional<String> payment = purchase.paymentRef();
        Optional<GatewaySimulator> simulator = running.simulator();
        if (payment.isEmpty() || simulator.isEmpty()) {
            return new DisputeResult.Impossible("The gateway has no payment of this purchase.");
        }
        DisputeResult result = simulator.get().dispute(payment.get(), action);
        simulator.get().awaitNotices(PATIENCE);
        return result;
    }

    /** What the gateway has really seen of an account, or of all, newest first. */
    public Page<SandboxCharge> charges(@Nullable AccountId account, @Nullable String after, int limit) {
        String customer = account == null ? null : customer(account);
        List<SandboxCharge> found =
                running
                        .simulator()
                        .map(simulator -> simulator.charges(customer, after, limit + 1))
                        .orElse(List.of())
                        .stream()
                        .map(SandboxGatewayService::charge)
                        .toList();
        return Page.of(found, limit, SandboxCharge::id);
    }

    /** Waits until the notices that are under way have been delivered or tried once. */
    public void awaitNotices(Duration patience) {
        running.simulator().ifPresent(simulator -> simulator.awaitNotices(patience));
    }

    /** An account that the gateway does not know yet has no charges: its name there will be another one. */
    private String customer(AccountId account) {
        return accounts.find(account).flatMap(BillingAccount::gatewayCustomer).orElse(NOBODY);
    }

    private static SandboxCharge charge(GatewayCharge charge) {
        return new SandboxCharge(
                charge.id(),
                charge.idempotencyKey(),
                Money.ofCents(charge.amount()),
                charge.status().name(),
                charge.createdAt());
    }
}
