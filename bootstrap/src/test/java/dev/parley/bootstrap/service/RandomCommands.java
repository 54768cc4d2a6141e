package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.ModelUser;

/** Sends commands to the service and to the model, and compares the two after each. */
final class RandomCommands {

    private static final int OFTEN = 20;

    private final ModelRun course;
    private final ModelComparison agreement;
    private final SendingCommands sending;
    private final ReadCommands reading;
    private final BlockingCommands blocking;
    private final PagingCommands looking;
    private final SessionCommands sessions;

    RandomCommands(ModelRun course, ConcurrentRequests asking) {
        this.course = course;
        this.agreement = new ModelComparison(course, asking);
        this.sending = new SendingCommands(course);
        this.reading = new ReadCommands(course);
        this.blocking = new BlockingCommands(course);
        this.looking = new PagingCommands(course);
        this.sessions = new SessionCommands(course);
    }

    /** Registers three users, so that there is something to check. */
    void begin(String run) {
        ModelUser ann = course.signUp(run + ".ann");
        course.signUp(run + ".bob");
        course.signUp(run + ".cy");
        sending.inClassic(course.deviceOf(ann), ann, "the first");
        agreement.checkAll();
    }

    void take(int count) {
        for (int i = 1; i <= count; i++) {
            takeOne();
            agreement.check();
            if (i % OFTEN == 0) {
                agreement.checkAll();
            }
        }
    }

    private void takeOne() {
        switch (course.random().nextInt(20)) {
            case 0 -> sessions.take();
            case 1, 2 -> looking.take();
            case 3, 4, 5 -> blocking.take();
            case 6, 7, 8, 9, 10 -> reading.take();
            default -> sending.take();
        }
    }

    void erase(DatabaseRows rows) {
        new ErasureCommand(course, agreement, rows).take();
        agreement.checkAll();
    }
}
