package billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes that operators search a log for. */
class LogCodesTest {
    private static final List<String> FLOORS = List.of("billing-domain", "billing-ejb", "billing-web");
    private static final Pattern CODE = Pattern.compile("\"(BILL-\\d{4}) ([^\"]*)");

    private final Map<String, Set<String>> meanings = new TreeMap<>();

    private void read(Path source) throws IOException {
        Matcher code = CODE.matcher(Files.readString(source));
        while (code.find()) {
            meanings.computeIfAbsent(code.group(1), it -> new TreeSet<>()).add(code.group(2));
        }
    }

    @Test
    void each_stands_for_one_thing() throws IOException {
        for (String floor : FLOORS) {
            try (Stream<Path> files = Files.walk(Path.of("..", floor, "src", "main", "java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    read(file);
                }
            }
        }
        assertTrue(meanings.size() > 30, meanings::toString);
        meanings.values().removeIf(texts -> texts.size() == 1);
        assertEquals(Map.of(), meanings);
    }
}
