package billing.web.page;

import billing.domain.id.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that are not simply the name of a page: the front door, folders, and those with an id in the middle. */
public class AddressFilter extends HttpFilter {
    /** The request attribute with the id of the address. */
    public static final String ID = "billing.id";

    /** Where the receipt of the request's id is printed. */
    public static final String RECEIPT_PDF = "/receipt.pdf";

    private static final long serialVersionUID = 1L;
    private static final Set<String> SETTINGS = Set.of("/settings", "/settings/", "/purchases", "/purchases/");
    private static final Set<String> INVOICES = Set.of("/invoices", "/invoices/");
    /** What a mailed link ends with is looked at by its page. */
    private static final Pattern AUTHORIZE = Pattern.compile("/authorize/([^/]+)");

    /** What has no such form has no such document; which there are, the page knows. */
    private static final Pattern INVOICE = Pattern.compile("(|/operator)/invoices/([A-Z]{2,3}-\\d{4}-\\d{6,12})");

    private static final Pattern PURCHASE = Pattern.compile("/purchases/([^/]+)(/receipt|/receipt\\.pdf)?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Paths.of(request);
        Matcher authorize = AUTHORIZE.matcher(path);
        Matcher invoice = INVOICE.matcher(path);
        Matcher purchase = PURCHASE.matcher(path);
        if (path.equals("/")) {
            request.getRequestDispatcher("/index").forward(request, response);
        } else if (purchase.matches() && Ids.isId(Ids.PURCHASE, purchase.group(1))) {
            request.setAttribute(ID, purchase.group(1));
            String page = purchase.group(2) == null ? "/purchase" : purchase.group(2);
            request.getRequestDispatcher(page).forward(request, response);
        } else if (authorize.matches()) {
            request.setAttribute(ID, authorize.group(1));
            request.getRequestDispatcher("/authorize").forward(request, response);
        } else if (invoice.matches()) {
            request.setAttribute(ID, invoice.group(2));
            request.getRequestDispatcher(invoice.group(1) + "/invoice").forward(request, response);
        } else if (SETTINGS.contains(path)) {
            goTo("/settings/billing", request, response);
        } else if (INVOICES.contains(path)) {
            goTo("/settings/invoices", request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void goTo(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
