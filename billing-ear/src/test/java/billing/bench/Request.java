package billing.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a request. The head is written once and the body again and again, into the same array. */
final class Request {

    private static final int LENGTH_DIGITS = 8;

    private byte[] bytes;
    private final int headEnd;
    private int end;

    private Request(String head) {
        bytes = head.getBytes(StandardCharsets.US_ASCII);
        headEnd = bytes.length;
        end = headEnd;
    }

    /** Reads, with the given further lines of the head. */
    static Request get(URI url, String... lines) {
        return new Request(head("GET", url, lines) + "\r\n");
    }

    /** Sends JSON, which is still to be written. */
    static Request post(URI url, String... lines) {
        return new Request(head("POST", url, lines) + "Content-Type: application/json\r\nContent-Length: "
                + "0".repeat(LENGTH_DIGITS) + "\r\n\r\n");
    }

    private static String head(String method, URI url, String... lines) {
        String path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n" + more;
    }

    /** Begins a new body. */
    Request clear() {
        end = headEnd;
        return this;
    }

    Request write(byte[] text) {
        if (end + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (end + text.length));
        }
        System.arraycopy(text, 0, bytes, end, text.length);
        end += text.length;
        return this;
    }

    Request write(long number) {
        return write(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the body's length into the head. */
    Request finish() {
        byte[] digits = String.format("%0" + LENGTH_DIGITS + "d", end - headEnd).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, bytes, headEnd - 4 - LENGTH_DIGITS, LENGTH_DIGITS);
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return end;
    }
}
