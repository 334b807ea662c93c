/**
 * Mail: the outbox and the texts.
 *
 * <p>Decided here: a mail is a row that is written in the transaction of its cause, so none is lost and none tells of a thing
 * that did not happen. Its words are put together there and then, from the bundle {@code mails}; it is sent later, outside any
 * transaction. Plain text and HTML are made of the same paragraphs. An outbox row refers to no other table and locks no other
 * row, so that it can be written from anywhere.
 */
@NullMarked
package billing.ejb.notice;

import org.jspecify.annotations.NullMarked;
