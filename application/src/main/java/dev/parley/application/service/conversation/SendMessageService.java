package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.port.out.conversation.MessageSending.Outcome;
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
    public Result send(Command command) {
        Outcome outcome = sending.send(new MessageDraft(
                command.sender(),
                command.receiver(),
                command.content(),
                clock.instant(),
                command.origin(),
                command.key()));
        return switch (outcome) {
            case Outcome.Sent(Message message, boolean replayed) -> new Result.Sent(message, replayed);
            case Outcome.KeyReused() -> new Result.KeyReused();
            case Outcome.NoSuchSender() -> new Result.NoSuchSender();
            case Outcome.NoSuchUser() -> new Result.NoSuchUser();
        };
    }
}
