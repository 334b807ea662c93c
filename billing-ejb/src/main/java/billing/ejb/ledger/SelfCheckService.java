package billing.ejb.ledger;

import billing.domain.id.AccountId;
import billing.domain.id.Sha256;
import billing.domain.ledger.LedgerAccount;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Recomputes all books and names what does not fit. It runs beside the business: an account that looks wrong is looked at
 * again with its balance row locked before it is reported, and so are the numbers of documents while nobody draws one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@SuppressWarnings("NullAway.Init")
public class SelfCheckService {
    private static final int MOST_FINDINGS = 1_000;

    @Inject
    SelfCheckSteps steps;

    @Inject
    InstantSource clock;

    /** Proves everything; at most the first 1,000 findings are listed. */
    public SelfCheck run() {
        Sum sum = new Sum();
        List<AccountId> accounts = steps.accounts(0);
        while (!accounts.isEmpty()) {
            accounts.forEach(account -> sum.add(prove(account)));
            accounts = steps.accounts(accounts.get(accounts.size() - 1).value());
        }
        sum.add(proveHouse());
        return sum.result(clock);
    }

    private AccountProof prove(AccountId account) {
        AccountProof proof = steps.glance(account);
        return proof.findings().isEmpty() ? proof : steps.proveLocked(account);
    }

    private List<Finding> proveHouse() {
        return steps.glanceAtHouse().isEmpty() ? List.of() : steps.proveHouseLocked();
    }

    private static final class Sum {
        private final Map<LedgerAccount, BigInteger> totals = new EnumMap<>(LedgerAccount.class);
        private final List<Finding> findings = new ArrayList<>();
        private final MessageDigest root = Sha256.digest();
        private long accounts;
        private long entries;

        void add(AccountProof proof) {
            accounts++;
            entries += proof.entries();
            root.update(proof.head().getBytes(StandardCharsets.UTF_8));
            proof.totals().forEach((account, total) -> totals.merge(account, total, BigInteger::add));
            add(proof.findings());
        }

        void add(List<Finding> more) {
            more.stream().limit(MOST_FINDINGS - findings.size()).forEach(findings::add);
        }

        SelfCheck result(InstantSource clock) {
            BigInteger all = totals.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            if (all.signum() != 0) {
                findings.add(new Finding("POSTINGS_NOT_ZERO", "", "all postings together are " + all + " nanos"));
            }
            return new SelfCheck(
                    findings.isEmpty(),
                    clock.instant(),
                    accounts,
                    entries,
                    totals,
                    HexFormat.of().formatHex(root.digest()),
                    List.copyOf(findings));
        }
    }
}
