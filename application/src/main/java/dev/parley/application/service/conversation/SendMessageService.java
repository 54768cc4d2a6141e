package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import java.time.Clock;

public final class SendMessageService implements SendMessageUseCase {

    private final MessageSending sending;
    private final Clock clock;

    public SendMessageService(MessageSending sending, Clock clock) {
        this.sending = sending;
        this.clock = clock;
    }

    @Override
    public Message send(Command command) {
        return sending.send(new MessageDraft(
                command.sender(), command.receiver(), command.content(), clock.instant(), command.origin()));
    }
}
