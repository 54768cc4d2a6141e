package dev.parley.bootstrap;

import java.util.Locale;

/** The program: {@code parley serve}, and commands for operators. */
public final class Parley {

    private Parley() {}

    @SuppressWarnings("SystemOut") // the output of commands; all else is logged
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ENGLISH); // one language, whatever the locale of the machine
        new ParleyApplication(System.out).run(arguments);
    }
}
