package billing.ejb.account;

import billing.domain.account.BillingAccount;
import billing.domain.account.BillingContact;
import billing.domain.id.AccountId;
import billing.domain.id.Ids;
import billing.ejb.notice.Mail;
import billing.ejb.notice.NoticeService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is told what happens to an account's money. A deleted account has nobody left to tell. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@SuppressWarnings("NullAway.Init")
public class ContactService {
    /** How many billing contacts an account may have. */
    public static final int MOST = 10;

    @Inject
    AccountRepository accounts;

    @Inject
    ContactRepository contacts;

    @Inject
    NoticeService notices;

    @Inject
    InstantSource clock;

    /** The account's billing contacts, in the order of the alphabet. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<BillingContact> list(AccountId account) {
        return contacts.list(account);
    }

    /** Adds a billing contact. Whoever adds or removes one has the account locked, so the limit holds. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public AddContactResult add(AccountId id, String address, String actor) {
        Optional<BillingAccount> account = accounts.lock(id);
        if (account.isEmpty()) {
            return new AddContactResult.Refused(ContactRefusal.NO_SUCH_ACCOUNT);
        }
        if (!account.get().isOpen()) {
            return new AddContactResult.Refused(ContactRefusal.ACCOUNT_CLOSED);
        }
        String email = AccountRepository.lower(address);
        List<String> all = contacts.emails(id);
        if (all.contains(email) || account.get().email().equals(email)) {
            return new AddContactResult.Refused(ContactRefusal.CONTACT_EXISTS);
        }
        if (all.size() >= MOST) {
            return new AddContactResult.Refused(ContactRefusal.TOO_MANY_CONTACTS);
        }
        BillingContact contact = new BillingContact(Ids.mint(Ids.CONTACT), id, email, now());
        contacts.insert(contact, actor);
        return new AddContactResult.Added(contact);
    }

    /** Removes a billing contact; says whether there was one. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean remove(AccountId account, String contactId) {
        accounts.lock(account);
        return contacts.delete(account, contactId);
    }

    /** Mails everybody for the last time, because the account is being deleted, and forgets whom mails went to. */
    public void tellLast(AccountId account, Mail mail) {
        notices.forget(account);
        tell(account, mail);
        contacts.deleteAll(account);
    }

    /** Mails whoever the gateway says had an account that is deleted; its address is forgotten once the mail is sent. */
    public void tellFormer(AccountId account, String name, String address, Mail mail) {
        notices.write(account, name, List.of(AccountRepository.lower(address)), mail);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Mails the registered address and each billing contact, if the caller's transaction commits. Locks nothing. */
    public void tell(AccountId account, Mail mail) {
        contacts.registered(account).ifPresent(registered -> {
            List<String> all = new ArrayList<>(contacts.emails(account));
            all.add(registered.email());
            notices.write(account, registered.name(), all, mail);
        });
    }

    /** Mails the registered address alone, if the caller's transaction commits. Locks nothing. */
    public void tellOwner(AccountId account, Mail mail) {
        contacts.registered(account)
                .ifPresent(registered -> notices.write(account, registered.name(), List.of(registered.email()), mail));
    }
}
