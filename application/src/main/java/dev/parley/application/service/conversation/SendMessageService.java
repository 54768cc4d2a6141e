package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import java.time.Clock;

/** Stamps the draft with the time of the request. */
public final class SendMessageService implements SendMessageUseCase {

    private final MessageSending sending;
    private final Clock clock;

    public SendMessageService(MessageSending sending, Clock clock) {
        this.sending = sending;
        this.clock = clock;
    }

    @Override
    public SendResult send(Command command) {
        return sending.send(new MessageDraft(
                command.sender(),
                command.receiver(),
                command.content(),
                clock.instant(),
                command.origin(),
                command.key()));
    }
}
