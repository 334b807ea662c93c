package billing.ejb.account;

import billing.domain.id.AccountId;
import billing.ejb.notice.Mail;
import billing.ejb.notice.NoticeService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Who is told what happens to an account's money. A deleted account has nobody left to tell. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@SuppressWarnings("NullAway.Init")
public class ContactService {
    @Inject
    ContactRepository contacts;

    @Inject
    NoticeService notices;

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
