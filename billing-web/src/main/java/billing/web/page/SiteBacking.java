package billing.web.page;

import billing.ejb.runtime.Configuration;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** What the frame around each page needs to know. */
@Named("site")
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class SiteBacking {
    private static final List<String> VERSIONED =
            List.of("/resources/billing/billing.css", "/resources/billing/billing.js");

    private String version;

    @Inject
    private Configuration configuration;

    @Inject
    private ServletContext context;

    @PostConstruct
    void weigh() {
        CRC32 sum = new CRC32();
        VERSIONED.forEach(path -> sum.update(read(path)));
        version = Long.toHexString(sum.getValue());
    }

    private byte[] read(String path) {
        try (InputStream resource = context.getResourceAsStream(path)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes with the style sheet and the script, so that browsers may keep both for ever. */
    public String getVersion() {
        return version;
    }

    public String getSupportUrl() {
        return configuration.supportUrl();
    }

    public boolean isSandbox() {
        return configuration.sandbox();
    }

    /** ISO 4217, lower case. */
    public String getCurrency() {
        return configuration.currency();
    }
}
