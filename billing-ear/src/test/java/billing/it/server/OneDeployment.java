package billing.it.server;

import billing.it.Property;
import java.io.File;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.DeploymentEvent;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.container.spi.event.container.BeforeStop;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.context.ClassContext;
import org.jboss.arquillian.test.spi.event.suite.AfterClass;
import org.jboss.arquillian.test.spi.event.suite.BeforeClass;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/**
 * Deploys the shipped archive once for all test classes of a run, where Arquillian by itself would deploy for each
 * class anew. Before that the server is set up as the README says.
 */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(LifeCycle.class);
    }

    /** The archive that {@code mvn package} made, as it is. */
    public static class Shipped {

        @org.jboss.arquillian.container.test.api.Deployment(testable = false)
        public static Archive<?> archive() {
            File file = new File(Property.of("billing.archive"));
            ZipImporter imported =
                    ShrinkWrap.create(ZipImporter.class, file.getName()).importFrom(file);
            return file.getName().endsWith(".ear")
                    ? imported.as(EnterpriseArchive.class)
                    : imported.as(WebArchive.class);
        }
    }

    /** Arquillian's life cycle, with the deployment moved from each class to the server's start and stop. */
    public static class LifeCycle {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        @Inject
        private Event<GenerateDeployment> generation;

        @Inject
        private Event<DeploymentEvent> deployment;

        @Inject
        private Instance<ClassContext> classContext;

        private @Nullable DeploymentScenario deployed;

        public void prepare(@Observes(precedence = 100) BeforeSuite suite) {
            Server.chosen().prepare();
        }

        public void deploy(@Observes AfterStart started, ContainerRegistry servers) {
            Server.chosen().configure();
            asOneClass(() -> {
                generation.fire(new GenerateDeployment(new TestClass(Shipped.class)));
                deployed = scenario.get();
                for (Deployment each : deployed.deployments()) {
                    deployment.fire(new DeployDeployment(server(servers, each), each));
                }
            });
        }

        public void undeploy(@Observes BeforeStop stopping, ContainerRegistry servers) {
            if (deployed == null) {
                return;
            }
            asOneClass(() -> {
                scenario.set(deployed);
                for (Deployment each : deployed.deployedDeployments()) {
                    deployment.fire(new UnDeployDeployment(server(servers, each), each));
                }
            });
        }

        public void tidy(@Observes AfterStop stopped) {
            Server.chosen().tidy();
        }

        /** Not passed on: nothing is generated or deployed for the class itself. */
        public void useWhatIsDeployed(@Observes EventContext<BeforeClass> before) {
            scenario.set(deployed);
        }

        /** Not passed on: it stays for the next class. */
        public void keepWhatIsDeployed(@Observes EventContext<AfterClass> after) {}

        private void asOneClass(Runnable work) {
            classContext.get().activate(Shipped.class);
            try {
                work.run();
            } finally {
                classContext.get().deactivate();
            }
        }

        private static Container<?> server(ContainerRegistry servers, Deployment deployment) {
            return servers.getContainer(deployment.getDescription().getTarget());
        }
    }
}
