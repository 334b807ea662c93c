package billing.ejb.recharge;

import billing.domain.recharge.Outlook;
import billing.domain.recharge.Replay;
import billing.domain.recharge.SettingsProblem;
import java.util.List;

/**
 * What settings would do, before anybody agrees to them.
 *
 * @param problems what is wrong with them; if anything is, the rest says nothing
 * @param now what saving buys at once
 * @param replay what they would have done with the usage of the past
 * @param replayDays how far back that is
 * @param agreement exactly what saving agrees to
 */
public record RechargePreview(
        List<SettingsProblem> problems, Outlook now, Replay replay, int replayDays, String agreement) {}
