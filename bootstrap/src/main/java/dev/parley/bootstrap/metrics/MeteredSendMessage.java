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
    public Result send(Command command) {
        Result result = delegate.send(command);
        if (result instanceof Result.Sent(Message message, boolean replayed) && !replayed) {
            metrics.messageSent();
        }
        return result;
    }
}
