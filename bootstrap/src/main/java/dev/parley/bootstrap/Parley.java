package dev.parley.bootstrap;

import java.util.Locale;

/** The program: {@code parley serve}, and commands for operators. */
public final class Parley {

    private Parley() {}

    @SuppressWarnings("SystemOut") // commands print here what they were asked for; all else is logged
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ENGLISH); // operators read one language, whatever the machine speaks
        new ParleyApplication(System.out).run(arguments);
    }
}
