package dev.parley.bootstrap;

/** The program: {@code parley serve}, and commands for operators. */
public final class Parley {

    private Parley() {}

    @SuppressWarnings("SystemOut") // commands print here what they were asked for; all else is logged
    public static void main(String[] arguments) throws Exception {
        new ParleyApplication(System.out).run(arguments);
    }
}
