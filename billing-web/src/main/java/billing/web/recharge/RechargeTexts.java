package billing.web.recharge;

import billing.domain.money.Money;
import billing.domain.recharge.Outlook;
import billing.domain.recharge.Replay;
import billing.domain.recharge.SettingsProblem;
import billing.web.page.Formats;
import billing.web.page.Messages;

/** What is said of settings, with amounts as pages show them. */
final class RechargeTexts {
    private RechargeTexts() {}

    /** What is wrong with a field, and what would be right. */
    static String of(SettingsProblem problem, String currency) {
        return Messages.text(
                "recharge.rule." + problem.rule(),
                problem.values().stream().map(value -> shown(value, currency)).toArray());
    }

    /** What saving charges at once, or why it charges nothing. */
    static String of(Outlook now, String currency) {
        if (now.restsUntil() != null) {
            return Messages.text("recharge.now.resting", Formats.minute(now.restsUntil()));
        }
        if (now.waiting()) {
            return Messages.text("recharge.now.waiting");
        }
        String total = Formats.money(now.total(), currency);
        if (now.purchases() == 0) {
            return Messages.text(now.capped() ? "recharge.now.capped" : "recharge.now.nothing");
        }
        return Messages.text(now.capped() ? "recharge.now.somewhat" : "recharge.now.charged", now.purchases(), total);
    }

    /** What the settings would have done lately. */
    static String of(Replay replay, int days, String currency) {
        if (replay.idle()) {
            return Messages.text("recharge.replay.idle", days);
        }
        String total = Formats.money(replay.total(), currency);
        String text = Messages.text("recharge.replay", days, replay.recharges(), total) + " "
                + Messages.text("recharge.replay.basis", days);
        return replay.capped() ? text + " " + Messages.text("recharge.replay.capped") : text;
    }

    private static Object shown(Object value, String currency) {
        return value instanceof Money amount ? Formats.money(amount, currency) : value;
    }
}
