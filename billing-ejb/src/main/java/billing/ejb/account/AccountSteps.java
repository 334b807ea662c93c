package billing.ejb.account;

import billing.domain.account.AccountStatus;
import billing.domain.account.BillingAccount;
import billing.domain.account.BillingTerms;
import billing.domain.account.Member;
import billing.domain.account.Role;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.ejb.ledger.LedgerService;
import billing.ejb.notice.Mail;
import billing.ejb.notice.MailKind;
import billing.ejb.runtime.Configuration;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opening accounts, which come into being together with their books; stopping them and letting them go on. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class AccountSteps {
    @Inject
    AccountRepository accounts;

    @Inject
    LedgerService ledger;

    @Inject
    ContactService contacts;

    @Inject
    AuditService audit;

    @Inject
    Configuration configuration;

    @Inject
    InstantSource clock;

    public BillingAccount open(OpenAccount command) {
        Instant now = clock.instant();
        BillingAccount account = new BillingAccount(
                AccountId.mint(now),
                command.name(),
                AccountRepository.lower(command.email()),
                configuration.currency(),
                command.terms(),
                now);
        accounts.add(account);
        ledger.open(account.id(), command.terms().isPostpaid());
        contacts.tellOwner(
                account.id(),
                new Mail(
                        MailKind.WELCOME,
                        List.of(TermsPhrases.welcome(command.terms())),
                        "/settings/billing",
                        "opened"));
        return account;
    }

    public SuspensionResult suspend(Suspension command) {
        return change(command, AccountStatus.ACTIVE, ActionKind.SUSPENDED, BillingAccount::suspend);
    }

    /** Whoever waits for the account to be usable again, such as auto-recharge, is asked. */
    public SuspensionResult resume(Suspension command) {
        return change(command, AccountStatus.SUSPENDED, ActionKind.RESUMED, BillingAccount::resume);
    }

    private SuspensionResult change(
            Suspension command, AccountStatus from, ActionKind kind, Consumer<BillingAccount> change) {
        Optional<BillingAccount> account = accounts.lock(command.account());
        if (account.isEmpty()) {
            return SuspensionResult.NO_SUCH_ACCOUNT;
        }
        if (!account.get().isOpen()) {
            return SuspensionResult.ACCOUNT_CLOSED;
        }
        if (account.get().status() != from) {
            return SuspensionResult.NOTHING_CHANGED;
        }
        change.accept(account.get());
        ledger.touch(command.account());
        ledger.watch(command.account());
        audit.note(kind, command.account(), command.actor(), command.reason());
        return SuspensionResult.DONE;
    }

    public SignUpResult signUp(SignUp command) {
        BillingAccount account = open(new OpenAccount(command.accountName(), command.email(), BillingTerms.PREPAID));
        Member owner = new Member(
                Ids.mint(Ids.MEMBER),
                account.id(),
                command.name(),
                account.email(),
                command.passwordHash(),
                Role.OWNER,
                account.createdAt());
        accounts.add(owner);
        return new SignUpResult.SignedUp(account, owner);
    }
}
