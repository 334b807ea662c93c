package billing.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import billing.it.server.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@OnServer
class HealthIT {

    @Test
    void a_deployed_application_is_alive() throws Exception {
        assertEquals(200, status("health/live"));
    }

    @Test
    void a_deployed_application_is_ready_with_its_database() throws Exception {
        assertEquals(200, status("health/ready"));
    }

    private static int status(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(Server.chosen().url().resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
