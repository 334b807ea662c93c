package billing.ejb.house;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The persistence unit of the persistence.xml that is shipped. */
final class ShippedUnit implements PersistenceUnitInfo {
    private static final String FILE = "META-INF/persistence.xml";

    private final URL file = ShippedUnit.class.getClassLoader().getResource(FILE);
    private final Document unit = read();
    private final DataSource dataSource;

    ShippedUnit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private static Document read() {
        try (InputStream in = ShippedUnit.class.getClassLoader().getResourceAsStream(FILE)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (Exception e) {
            throw new IllegalStateException("the unit can't be read", e);
        }
    }

    private List<Element> elements(String name) {
        NodeList nodes = unit.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private String text(String name) {
        return elements(name).get(0).getTextContent().strip();
    }

    @Override
    public String getPersistenceUnitName() {
        return elements("persistence-unit").get(0).getAttribute("name");
    }

    @Override
    public String getPersistenceProviderClassName() {
        return null;
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.valueOf(
                elements("persistence-unit").get(0).getAttribute("transaction-type"));
    }

    @Override
    public DataSource getJtaDataSource() {
        return dataSource;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return null;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        try {
            return URI.create(file.toString().replace(FILE, "")).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> getManagedClassNames() {
        return elements("class").stream().map(e -> e.getTextContent().strip()).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return Boolean.parseBoolean(text("exclude-unlisted-classes"));
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.valueOf(text("shared-cache-mode"));
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        elements("property").forEach(e -> properties.setProperty(e.getAttribute("name"), e.getAttribute("value")));
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return unit.getDocumentElement().getAttribute("version");
    }

    @Override
    public ClassLoader getClassLoader() {
        return ShippedUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // nothing is woven here
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return getClassLoader();
    }
}
