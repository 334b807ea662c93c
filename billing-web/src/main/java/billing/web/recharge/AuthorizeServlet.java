package billing.web.recharge;

import billing.ejb.recharge.AuthorizationService;
import billing.web.page.Messages;
import billing.web.page.PageSession;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Uses a mailed link up and leads its holder to the bank's page. What came of it otherwise, the link's page tells. */
@WebServlet("/authorize-now")
public class AuthorizeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private AuthorizationService service;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = AuthorizeBacking.token(request.getParameter("link"));
        if (token.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<URI> bank = service.begin(token.get());
        if (bank.isEmpty()) {
            PageSession.tell(request, Messages.text("approve.nowhere"));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                bank.map(URI::toString).orElse(request.getContextPath() + AuthorizeBacking.PAGE + token.get()));
    }
}
