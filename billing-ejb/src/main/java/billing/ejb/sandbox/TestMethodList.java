package billing.ejb.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The tables of test cards and test bank accounts, as the hosted pages show them. */
final class TestMethodList {
    private TestMethodList() {}

    static Template of(String type) {
        return type.equals("us_bank_account") ? banks() : cards();
    }

    /** The page at the simulator's root. */
    static HostedPage page() {
        Template own = Template.inline("<p>${text:tests.own}</p>");
        Template content = Template.inline("<p class=\"intro\">${text:tests.text}</p>${html:tables}")
                .with("tables", Template.all(List.of(cards(), own, banks())));
        return HostedPage.of(200, Texts.text("tests.title"), content);
    }

    private static Template cards() {
        List<Template> rows = new ArrayList<>();
        for (TestCard card : TestCard.values()) {
            rows.add(row(spaced(card.number()), "card." + card.name(), card.token()));
        }
        return table("tests.cards", rows);
    }

    /** As it stands on a card: in fours, or 4-6-5 on American Express. */
    private static String spaced(String number) {
        return number.length() == 15
                ? number.replaceAll("(\\d{4})(\\d{6})(\\d{5})", "$1 $2 $3")
                : number.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    private static Template banks() {
        List<Template> rows = new ArrayList<>();
        for (TestBank bank : TestBank.values()) {
            rows.add(row(bank.accountNumber(), "bank." + bank.name(), bank.token()));
        }
        return table("tests.banks", rows);
    }

    private static Template table(String captionKey, List<Template> rows) {
        return Template.of("tests.html").with("caption", Texts.text(captionKey)).with("rows", Template.all(rows));
    }

    private static Template row(String number, String key, String token) {
        return Template.inline(
                        "<tr><td><code>${number}</code></td><td>${does}<br><code class=\"token\">${token}</code></td></tr>")
                .with("number", number)
                .with("does", Texts.text(key))
                .with("token", token);
    }
}
