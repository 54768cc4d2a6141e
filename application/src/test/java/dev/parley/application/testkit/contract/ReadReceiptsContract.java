package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.receipt.ReadTimes;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for read receipts: those listed for messages determine when each was first read. */
public abstract class ReadReceiptsContract extends WithStores {

    private static final long SEED = 20_261_122;

    private final List<ReadReceipt> receipts = new ArrayList<>();

    private UserId anna;
    private UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    @Test
    protected void messagesAreUnreadInitially() {
        Message message = send(anna, bo, "hello");

        assertThat(list(List.of(message))).isEmpty();
        assertThat(stores.receipts().listCovering(new ConversationId(Long.MAX_VALUE), List.of(message)))
                .isEmpty();
    }

    @Test
    protected void noMessagesHaveNoReceipts() {
        send(anna, bo, "hello");
        read(bo);

        assertThat(new ReadTimes(list(List.of())).receipts()).allMatch(receipts::contains);
    }

    @Test
    protected void receiptIsReadUnchanged() {
        Message message = send(anna, bo, "hello");

        ReadReceipt reading = read(bo);

        assertThat(list(List.of(message))).containsExactly(reading);
    }

    @Test
    protected void firstReceiptOfEachMessageIsFoundForAnyPage() {
        List<Message> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sent.add(send(anna, bo, "to bo"));
            sent.add(send(bo, anna, "to anna"));
            read(i % 2 == 0 ? bo : anna);
        }

        for (Message message : sent) {
            assertTold(List.of(message));
        }
        assertTold(sent);
        assertTold(sent.subList(3, 8).reversed());
    }

    @Test
    protected void messageAfterTheLastReceiptIsUnread() {
        Message first = send(anna, bo, "read");
        ReadReceipt reading = read(bo);
        Message second = send(anna, bo, "unread");

        ReadTimes told = new ReadTimes(list(List.of(second, first)));

        assertThat(told.firstReadOf(first)).contains(reading.readAt());
        assertThat(told.firstReadOf(second)).isEmpty();
    }

    @Test
    protected void firstReceiptAfterTheReleaseIsFoundForAReleasedMessage() {
        send(anna, bo, "visible");
        read(bo);
        block(bo, anna);
        Message held = send(anna, bo, "held");
        unblock(bo, anna, NOW);
        Instant firstRead = read(bo).readAt();
        send(anna, bo, "makes a third reading");
        read(bo);

        List<Message> shown = visible(anna, bo);

        assertTold(shown);
        assertTold(shown.subList(1, 2));
        assertThat(shown.get(1).id()).isEqualTo(held.id());
        assertThat(new ReadTimes(list(shown)).firstReadOf(shown.get(1))).contains(firstRead);
    }

    /** Receipts did so before conversations stored the place of the first held message. */
    @Test
    protected void receiptBeyondAHeldMessageDoesNotCoverIt() {
        block(bo, anna);
        Message held = send(anna, bo, "held");
        ReadReceipt early = new ReadReceipt(held.conversation(), bo, held.place(), NOW.plusSeconds(1));
        inUnitOfWork(() -> stores.receipts().add(early));
        unblock(bo, anna, NOW.plusSeconds(2));
        Instant firstRead = read(bo).readAt();

        Message released = visible(anna, bo).getFirst();

        assertThat(new ReadTimes(list(List.of(released))).firstReadOf(released)).contains(firstRead);
    }

    @Test
    protected void noteToOneselfIsReadByItsAuthor() {
        Message note = send(anna, anna, "note");
        Instant readAt = read(anna, anna).readAt();

        List<ReadReceipt> listed = stores.receipts().listCovering(note.conversation(), List.of(note));

        assertThat(new ReadTimes(listed).firstReadOf(note)).contains(readAt);
    }

    @Test
    protected void receiptsOfOtherConversationsDoNotCount() {
        UserId carla = registered("carla");
        Message unread = send(anna, bo, "hello");
        send(carla, bo, "hello");
        read(bo, carla);

        assertThat(new ReadTimes(list(List.of(unread))).firstReadOf(unread)).isEmpty();
    }

    @Test
    protected void listedReceiptsDetermineAllReadTimes() {
        Property.holdsFrom(SEED, this::assertListedIsEnough);
    }

    private void assertListedIsEnough(Random random) {
        for (int i = 0; i < 150; i++) {
            takeAStep(random, i);
        }

        List<Message> shown = visible(anna, bo);
        assertThat(receipts).hasSizeGreaterThan(10);
        for (int from = 0; from < shown.size(); from += 7) {
            assertTold(shown.subList(from, Math.min(shown.size(), from + 10)));
            assertTold(shown.subList(from, from + 1));
        }
    }

    private void takeAStep(Random random, int step) {
        UserId one = random.nextBoolean() ? anna : bo;
        UserId other = one.equals(anna) ? bo : anna;
        switch (random.nextInt(8)) {
            case 0 -> block(one, other);
            case 1 -> unblock(one, other, NOW.plusSeconds(step));
            case 2, 3 -> tryRead(one, other, NOW.plusSeconds(random.nextInt(200)));
            default -> send(one, other, "step " + step, NOW.plusSeconds(step));
        }
    }

    @Test
    protected void rolledBackReceiptHasNoEffect() {
        Message message = send(anna, bo, "hello");

        undone(() -> read(bo));

        assertThat(list(List.of(message))).isEmpty();
        assertThat(conversation(anna, bo).orElseThrow().of(bo).unread()).isEqualTo(1);
    }

    private ReadReceipt read(UserId reader) {
        return read(reader, reader.equals(anna) ? bo : anna);
    }

    private ReadReceipt read(UserId reader, UserId peer) {
        int before = receipts.size();
        tryRead(reader, peer, NOW);
        assertThat(receipts).as("new read receipt").hasSize(before + 1);
        return receipts.getLast();
    }

    private void tryRead(UserId reader, UserId peer, Instant now) {
        read(reader, peer, now).ifPresent(receipts::add);
    }

    private List<ReadReceipt> list(List<Message> messages) {
        return stores.receipts()
                .listCovering(conversation(anna, bo).orElseThrow().id(), messages);
    }

    private void assertTold(List<Message> messages) {
        ReadTimes told = new ReadTimes(list(messages));
        ReadTimes all = new ReadTimes(receipts);
        assertThat(messages)
                .allSatisfy(message -> assertThat(told.firstReadOf(message)).isEqualTo(all.firstReadOf(message)));
    }
}
