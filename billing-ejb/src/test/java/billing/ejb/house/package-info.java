/**
 * A house to test in: the real beans of this module outside a server, with what a server would give them.
 *
 * <p>Decided here: Weld is the container, Narayana the transactions, Agroal the pool, so that JPA and plain SQL share one
 * connection per transaction as they do on the servers. A house stands on one of {Hibernate, EclipseLink} and one of {H2,
 * PostgreSQL}; a test class marked {@link billing.ejb.house.InEachHouse} is run in all four. Houses are built once and
 * shared, so a test lives in accounts of its own.
 */
package billing.ejb.house;
