package billing.web.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The answers of a page that are not the page: go there, there is none, you may not, mend the form. */
public final class Answers {
    private static final int UNPROCESSABLE = 422;

    private Answers() {}

    /** Goes to a page of this application, as after each form that worked. */
    public static void goTo(String path) {
        leaveTo(faces().getRequestContextPath() + path);
    }

    /** Leaves for another address, such as the gateway's page. */
    public static void leaveTo(String url) {
        try {
            ExternalContext faces = faces();
            faces.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
            faces.setResponseHeader("Location", url);
            FacesContext.getCurrentInstance().responseComplete();
            faces.responseFlushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There is no such thing, or it is somebody else's: the same answer for both. */
    public static void notFound() {
        fail(HttpServletResponse.SC_NOT_FOUND);
    }

    /** The role does not allow it. */
    public static void forbidden() {
        fail(HttpServletResponse.SC_FORBIDDEN);
    }

    /** The form is shown again, and a program that sent it learns that it was not taken. */
    public static void unprocessable() {
        status(UNPROCESSABLE);
    }

    /** The page is shown with this status. */
    public static void status(int status) {
        faces().setResponseStatus(status);
    }

    /** The path of the page that is being shown. */
    public static String page() {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return view.substring(0, view.lastIndexOf('.'));
    }

    private static void fail(int status) {
        if (FacesContext.getCurrentInstance().getResponseComplete()) {
            return;
        }
        try {
            faces().responseSendError(status, "");
            FacesContext.getCurrentInstance().responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExternalContext faces() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
