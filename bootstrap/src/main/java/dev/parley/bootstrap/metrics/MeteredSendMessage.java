package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.SendResult;

/** Counts acknowledged messages. */
public final class MeteredSendMessage implements SendMessageUseCase {

    private final SendMessageUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredSendMessage(SendMessageUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public SendResult send(Command command) {
        SendResult result = delegate.send(command);
        if (result instanceof SendResult.Sent(Message message, boolean replayed) && !replayed) {
            metrics.messageSent();
        }
        return result;
    }
}
