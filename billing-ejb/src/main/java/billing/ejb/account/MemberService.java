package billing.ejb.account;

import billing.domain.account.Member;
import billing.domain.id.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The people in accounts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class MemberService {
    @Inject
    AccountRepository accounts;

    /** The member who logs in with this address, in any case. */
    public Optional<Member> findByEmail(String email) {
        return accounts.findMemberByEmail(email);
    }

    public Optional<Member> find(String id) {
        return accounts.findMember(id);
    }

    public List<Member> list(AccountId account) {
        return accounts.members(account);
    }

    /** Forgets all people of an account: nobody can log in to it any more. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void forgetAll(AccountId account) {
        accounts.members(account).forEach(Member::forget);
    }
}
