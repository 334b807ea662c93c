package billing.ejb.recharge;

import billing.domain.recharge.SettingsProblem;
import java.util.List;

/** What became of a change. */
public sealed interface RechargeResult {
    /** It is in force. */
    record Saved(RechargeState state) implements RechargeResult {}

    /** Nothing changed: these fields are wrong. */
    record Invalid(List<SettingsProblem> problems) implements RechargeResult {}

    /** Nothing changed. */
    record Refused(RechargeRefusal reason) implements RechargeResult {}
}
