package billing.ejb.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One input of a hosted page, with its label before it and what is wrong with it behind. */
record FormField(String name, String autocomplete, String inputMode, int longest, boolean kept) {
    static final List<FormField> CARD = List.of(
            new FormField("number", "cc-number", "numeric", 23, true),
            new FormField("expiry", "cc-exp", "numeric", 7, true),
            new FormField("cvc", "cc-csc", "numeric", 4, false),
            new FormField("name", "cc-name", "text", 100, true),
            new FormField("postcode", "postal-code", "text", 10, true));

    static final List<FormField> BANK = List.of(
            new FormField("holder", "name", "text", 100, true),
            new FormField("routing", "off", "numeric", 9, true),
            new FormField("account", "off", "numeric", 17, true));

    private static final Map<String, String> HINTS = Map.of("cvc", "field.cvc.hint", "routing", "field.routing.hint");

    /** The security code is asked for again each time; everything else that was typed is kept. */
    Template html(Params typed, Map<String, String> errors) {
        Template field = Template.of("field.html")
                .with("name", name)
                .with("label", Texts.text("field." + name))
                .with("value", kept ? typed.text(name) : "")
                .with("autocomplete", autocomplete)
                .with("inputmode", inputMode)
                .with("maxlength", String.valueOf(longest));
        List<String> describedBy = new ArrayList<>();
        if (HINTS.containsKey(name)) {
            describedBy.add(name + "-hint");
            field.with(
                    "hint",
                    Template.inline("<p class=\"hint\" id=\"${name}-hint\">${hint}</p>")
                            .with("name", name)
                            .with("hint", Texts.text(HINTS.get(name))));
        }
        if (errors.containsKey(name)) {
            describedBy.add(name + "-error");
            field.with("error", error(name, errors.get(name)));
        }
        return field.with("aria", aria(describedBy, errors.containsKey(name)));
    }

    static Template error(String name, String message) {
        return Template.inline("<p class=\"error\" id=\"${name}-error\">${message}</p>")
                .with("name", name)
                .with("message", message);
    }

    static Template aria(List<String> describedBy, boolean invalid) {
        String attributes = (invalid ? " aria-invalid=\"true\"" : "")
                + (describedBy.isEmpty() ? "" : " aria-describedby=\"${ids}\"");
        return Template.inline(attributes).with("ids", String.join(" ", describedBy));
    }
}
