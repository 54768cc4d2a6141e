package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.domain.conversation.Message;

/** Counts acknowledged messages. */
public final class MeteredSendMessage implements SendMessageUseCase {

    private final SendMessageUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredSendMessage(SendMessageUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public Message send(Command command) {
        Message message = delegate.send(command);
        metrics.messageSent();
        return message;
    }
}
