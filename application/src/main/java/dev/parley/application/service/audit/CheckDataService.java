package dev.parley.application.service.audit;

import dev.parley.application.port.in.audit.CheckDataUseCase;
import dev.parley.application.port.out.audit.StateAudit;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.domain.audit.ConversationRecount;
import dev.parley.domain.audit.EventTally;
import dev.parley.domain.audit.Inconsistency;
import dev.parley.domain.audit.MessageOutline;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class CheckDataService implements CheckDataUseCase {

    private final UnitOfWork unitOfWork;
    private final StateAudit audit;
    private final Conversations conversations;

    public CheckDataService(UnitOfWork unitOfWork, StateAudit audit, Conversations conversations) {
        this.unitOfWork = unitOfWork;
        this.audit = audit;
        this.conversations = conversations;
    }

    @Override
    public Report check() {
        return withEvents(withConversations(new Report(0, 0, 0, List.of())));
    }

    private Report withConversations(Report start) {
        Report report = start;
        List<Conversation> page = audit.listConversations(Optional.empty(), StateAudit.MAX_PAGE);
        while (!page.isEmpty() && !isFull(report)) {
            for (Conversation conversation : page) {
                report = plus(report, recount(conversation));
            }
            Optional<ConversationId> last = Optional.of(page.getLast().id());
            page = audit.listConversations(last, StateAudit.MAX_PAGE);
        }
        return report;
    }

    /** Reads the conversation again in the same snapshot as its messages, because the listed one may be older. */
    private Report recount(Conversation listed) {
        return unitOfWork.snapshot(() -> {
            Conversation head = conversations.find(listed.participants()).orElse(listed);
            ConversationRecount count = ConversationRecount.begin(head, audit.listReadings(head.id()));
            long messages = 0;
            List<MessageOutline> page = audit.listMessages(head.id(), 0, StateAudit.MAX_PAGE);
            while (!page.isEmpty()) {
                count = page.stream().reduce(count, ConversationRecount::with, (one, other) -> other);
                messages += page.size();
                page = audit.listMessages(head.id(), page.getLast().place().value(), StateAudit.MAX_PAGE);
            }
            return new Report(1, messages, 0, count.result());
        });
    }

    private Report withEvents(Report start) {
        Report report = start;
        List<EventTally> page = audit.tallyEvents(Optional.empty(), StateAudit.MAX_PAGE);
        while (!page.isEmpty() && !isFull(report)) {
            List<Inconsistency> findings =
                    page.stream().flatMap(tally -> tally.finding().stream()).toList();
            report = plus(report, new Report(0, 0, page.size(), findings));
            Optional<UserId> last = Optional.of(page.getLast().user());
            page = audit.tallyEvents(last, StateAudit.MAX_PAGE);
        }
        return report;
    }

    private static boolean isFull(Report report) {
        return report.findings().size() >= MAX_FINDINGS;
    }

    private static Report plus(Report one, Report other) {
        return new Report(
                one.conversations() + other.conversations(),
                one.messages() + other.messages(),
                one.users() + other.users(),
                Stream.concat(one.findings().stream(), other.findings().stream())
                        .limit(MAX_FINDINGS)
                        .toList());
    }
}
