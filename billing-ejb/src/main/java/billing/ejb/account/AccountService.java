package billing.ejb.account;

import billing.domain.account.BillingAccount;
import billing.domain.id.AccountId;
import billing.domain.id.Page;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and finds billing accounts, and stops them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class AccountService {
    @Inject
    AccountRepository accounts;

    @Inject
    AccountSteps steps;

    /** Opens an account without members, for a platform that has its own log-in. */
    public BillingAccount open(OpenAccount command) {
        return steps.open(command);
    }

    /** Opens an account with its owner. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SignUpResult signUp(SignUp command) {
        if (isTaken(command.email())) {
            return new SignUpResult.EmailTaken();
        }
        try {
            return steps.signUp(command);
        } catch (EJBException e) {
            if (isTaken(command.email())) {
                return new SignUpResult.EmailTaken();
            }
            throw e;
        }
    }

    /** Members and operators log in by the same form, so an address is one person's. */
    private boolean isTaken(String email) {
        return accounts.findMemberByEmail(email).isPresent()
                || accounts.findOperatorByEmail(email).isPresent();
    }

    public Optional<BillingAccount> find(AccountId id) {
        return accounts.find(id);
    }

    /** The account that the gateway knows by this name. */
    public Optional<BillingAccount> findByGatewayCustomer(String customer) {
        return accounts.findByGatewayCustomer(customer);
    }

    /** Accounts with this registered address, newest first. */
    public Page<BillingAccount> findByEmail(String email, @Nullable String after, int limit) {
        return accounts.findByEmail(email, after, limit);
    }

    /** Accounts by id, by a part of their name or address, or by a member's or contact's whole address; newest first. */
    public Page<BillingAccount> search(String text, @Nullable String after, int limit) {
        return accounts.search(text, after, limit);
    }

    /** Stops an account: it spends and buys nothing from now on. One that is stopped already stays as it is. */
    public SuspensionResult suspend(Suspension command) {
        return steps.suspend(command);
    }

    /** Lets an account that was stopped go on. */
    public SuspensionResult resume(Suspension command) {
        return steps.resume(command);
    }

    /** The account as it is now, locked until the caller's transaction ends: what happens to it happens one by one. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<BillingAccount> lock(AccountId id) {
        return accounts.lock(id);
    }

    /** When the next account whose deletion is not done has to be looked at. */
    public Optional<Instant> nextClosing() {
        return accounts.nextClosing();
    }

    /** Accounts whose deletion is not done and has to be looked at; they are left alone for a while then. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<AccountId> takeClosings(Instant now, Instant again) {
        List<AccountId> due = accounts.dueClosings(now);
        due.forEach(id -> accounts.postponeClosing(id, again));
        return due;
    }

    /** Remembers the gateway's name for the account. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void knownToGatewayAs(AccountId id, String customer) {
        accounts.lock(id).orElseThrow().knownToGatewayAs(customer);
    }
}
