package billing.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void an_object_is_read_with_everything_in_it() {
        assertEquals(
                "{\"a\":[1,{\"b\":null}],\"c\":{\"d\":\"\u00e4\"},\"e\":true}",
                StrictJson.read(" {\"a\":[1,{\"b\":null}],\"c\":{\"d\":\"\\u00e4\"},\"e\":true}\n")
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}{}",
                "{} x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":\"\n\"}",
                "{\"a\":1,\"a\":2}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "\ufeff{}",
                "{/**/}",
                "{\"a\":\"\\x\"}",
                "{\"a\":tru}",
                "{\"a\":[1}",
                "{\"a\":[1,}",
                "{\"a\":1 \"b\":2}",
                "amount=25.00"
            })
    void anything_but_one_well_formed_object_is_refused(String text) {
        assertEquals(400, status(() -> StrictJson.read(text)));
    }

    @Test
    void nesting_has_a_bottom() {
        String deep = "{\"a\":".repeat(100_000);
        assertEquals(400, status(() -> StrictJson.read(deep)));
        String deepArray = "{\"a\":" + "[".repeat(100_000);
        assertEquals(400, status(() -> StrictJson.read(deepArray)));
    }

    @Test
    void a_number_is_never_worth_more_than_its_characters() {
        assertEquals(400, status(() -> StrictJson.read("{\"a\":" + "9".repeat(900_000) + "}")));
        assertEquals(
                "1E+1000000000",
                StrictJson.read("{\"a\":1e1000000000}").get("a").toString());
    }

    @Test
    void a_body_is_counted_while_it_is_read() {
        Endless body = new Endless();
        assertEquals(413, status(() -> Bodies.read(body)));
        assertTrue(body.taken < 20L * Bodies.MAX_BYTES, "read " + body.taken);
    }

    @Test
    void a_body_of_the_largest_size_is_read() throws IOException {
        byte[] largest = new byte[Bodies.MAX_BYTES];
        Arrays.fill(largest, (byte) ' ');
        assertEquals(
                Bodies.MAX_BYTES, Bodies.read(new ByteArrayInputStream(largest)).length());
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_not_replaced() throws IOException {
        byte[] latin = "{\"name\":\"Zo\u00eb\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(400, status(() -> Bodies.read(new ByteArrayInputStream(latin))));
    }

    private static int status(org.junit.jupiter.api.function.Executable reading) {
        return assertThrows(ProblemException.class, reading).getResponse().getStatus();
    }

    /** A body without an end, such as a chunked one may be. */
    private static final class Endless extends InputStream {
        private long taken;

        @Override
        public int read() {
            taken++;
            return ' ';
        }
    }
}
