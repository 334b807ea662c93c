package billing.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bean's name wins over a loop's variable of the same name, and the page fails when somebody opens it. */
class PageNamesTest {
    private static final Pattern BEAN = Pattern.compile("@Named\\(\"(\\w+)\"\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\bvar(?:Status)?=\"(\\w+)\"");

    @Test
    void no_loop_uses_the_name_of_a_bean() throws IOException {
        Set<String> beans = found(Path.of("src/main/java"), ".java", BEAN);
        Set<String> variables = found(Path.of("src/main/webapp"), ".xhtml", VARIABLE);
        assertFalse(beans.isEmpty());
        assertFalse(variables.isEmpty());
        variables.retainAll(beans);
        assertEquals(Set.of(), variables);
    }

    private static Set<String> found(Path folder, String ending, Pattern name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> name.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
