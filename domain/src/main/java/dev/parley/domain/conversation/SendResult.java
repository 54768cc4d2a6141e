package dev.parley.domain.conversation;

/** The result of one send. */
public sealed interface SendResult {

    /**
     * The message is stored and survives any crash. The sender gets the same result for a held message as for a visible one.
     *
     * @param message as it is stored now, also for a repeat
     * @param replayed whether an earlier send under the same key stored the message, and this one stored nothing
     */
    record Sent(Message message, boolean replayed) implements SendResult {}

    /** Nothing was stored: the sender has used the key for another send. */
    record KeyReused() implements SendResult {}

    /** Nothing was stored: the sender does not exist or is erased, whatever the receiver is. */
    record NoSuchSender() implements SendResult {}

    /** Nothing was stored: the receiver does not exist or is erased, and this is no repeat. */
    record NoSuchReceiver() implements SendResult {}
}
