package dev.parley.bootstrap.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that the glossary refuses, and the uses that it permits. */
record RefusedWords(List<Word> words, List<Permitted> permitted) {

    private static final Pattern WORD_ROW = Pattern.compile("^\\| `([a-z ]+)` \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern PERMITTED_ROW =
            Pattern.compile("^\\| `([^`|]+)` \\| `([^`|]+)` \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final String HEADING = "## Refused in every text";

    /** A word or a phrase, as text and as a part of an identifier. */
    record Word(String name, Pattern pattern) {

        static Word of(String name) {
            String text = name.replace(" ", "[\\s*#/]+");
            String upper = name.toUpperCase(Locale.ROOT).replace(" ", "[\\s_]+");
            String first = "[" + name.charAt(0) + Character.toUpperCase(name.charAt(0)) + "]";
            String capitalised =
                    Stream.of(name.split(" ")).map(Word::capitalise).collect(Collectors.joining());
            String camel = Character.toLowerCase(capitalised.charAt(0)) + capitalised.substring(1);
            return new Word(
                    name,
                    Pattern.compile("(?<!\\p{L})(?:" + first + text.substring(1) + "s?|" + upper + "S?)(?!\\p{L})|"
                            + capitalised + "s?(?![a-z])|(?<!\\p{L})" + camel + "s?(?=[A-Z]|\\b)"));
        }

        private static String capitalise(String part) {
            return Character.toUpperCase(part.charAt(0)) + part.substring(1);
        }
    }

    /** A use of a word that must stay. The path ends as stated; the text is the whole use. */
    record Permitted(String pathEnd, String text) {

        boolean covers(String path, String line) {
            return path.endsWith(pathEnd) && line.contains(text);
        }
    }

    static RefusedWords of(Path glossary) throws IOException {
        return parse(Files.readString(glossary));
    }

    static RefusedWords parse(String glossary) {
        String section = glossary.substring(glossary.indexOf(HEADING));
        return new RefusedWords(
                WORD_ROW.matcher(section)
                        .results()
                        .map(row -> Word.of(row.group(1)))
                        .toList(),
                PERMITTED_ROW
                        .matcher(section)
                        .results()
                        .map(row -> new Permitted(row.group(1), row.group(2)))
                        .toList());
    }

    /** Each use as {@code path:line: word}. */
    List<String> in(String path, String text) {
        List<String> uses = new ArrayList<>();
        for (Word word : words) {
            Matcher matcher = word.pattern().matcher(text);
            while (matcher.find()) {
                if (!isPermitted(path, lineAt(text, matcher.start()))) {
                    uses.add(path + ":" + lineNumber(text, matcher.start()) + ": " + word.name());
                }
            }
        }
        return uses;
    }

    private boolean isPermitted(String path, String line) {
        return permitted.stream().anyMatch(use -> use.covers(path, line));
    }

    private static long lineNumber(String text, int at) {
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String lineAt(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length() : end);
    }

    List<String> inFiles(Path root, Stream<Path> files) {
        return files.sorted()
                .flatMap(file -> in(root.relativize(file).toString().replace('\\', '/'), read(file)).stream())
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("expected a text file, was unreadable: " + file, unreadable);
        }
    }
}
