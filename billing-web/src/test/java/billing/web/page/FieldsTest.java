package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.co", "first.last+tag@sub.example.com", "o'brien@example.com", "x@xn--bcher-kva.example"})
    void an_address_is_taken(String email) {
        assertEquals(Optional.empty(), Fields.email(email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@b",
                "@b.co",
                "a@",
                "a b@c.de",
                "a@b..co",
                "a@-b.co",
                "a@b.co,c@d.co",
                "a@b.co\n",
                "ä@b.co",
                "<a@b.co>",
                "a@b.co\u0000"
            })
    void what_is_no_address_is_told_so(String email) {
        assertEquals(Optional.of(Messages.text("field.email.malformed")), Fields.email(email));
    }

    @Test
    void an_address_may_be_typed_with_capitals() {
        assertEquals("pay@max.example", Fields.tidyEmail(" Pay@Max.example "));
        assertEquals(Optional.empty(), Fields.email(Fields.tidyEmail("Pay@Max.example")));
    }

    @Test
    void an_address_that_is_too_long_is_told_so() {
        assertEquals(
                Optional.of(Messages.text("field.email.tooLong", 254)), Fields.email("a@" + "b".repeat(260) + ".co"));
    }

    @Test
    void a_password_has_a_length_and_no_other_rule() {
        assertEquals(Optional.empty(), Fields.newPassword("aaaaaaaaaaaa"));
        assertEquals(Optional.empty(), Fields.newPassword(" 💳 пароль 密码 ".repeat(3)));
        assertTrue(Fields.newPassword("").isPresent());
        assertTrue(Fields.newPassword("a".repeat(11)).isPresent());
        assertTrue(Fields.newPassword("a".repeat(129)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada", "Ünïted Näme", "Анна", "名前", "<script>alert(1)</script>", "O'Brien & Sons \"Ltd\"", "💳"})
    void a_name_may_be_written_in_any_script(String name) {
        assertEquals(Optional.empty(), Fields.name(name, "Name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb", "a\u202eb", "a\ud800", "a\u2028b", "a\u0007"})
    void a_name_that_cannot_be_shown_is_refused(String name) {
        assertTrue(Fields.name(name, "Name").isPresent());
    }

    @Test
    void a_name_has_an_end() {
        assertEquals(Optional.empty(), Fields.name("a".repeat(120), "Name"));
        assertTrue(Fields.name("a".repeat(121), "Name").isPresent());
        assertTrue(Fields.name("💳".repeat(61), "Name").isPresent());
    }
}
