package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import java.util.List;

/** Texts for people: paragraphs as wide as the terminal, and lists below them. */
final class Paragraphs {

    private final Console console;

    Paragraphs(Console console) {
        this.console = console;
    }

    void heading(String text) {
        console.say("");
        console.say(console.bold(text));
    }

    void text(String text) {
        text.lines().forEach(line -> new Table("l").row(cell(line)).print(console));
    }

    void list(List<String> items) {
        Table table = new Table("ll");
        items.forEach(item -> table.row("-", item));
        table.print(console);
    }

    /** Such as who wrote a text. */
    void faint(String text) {
        new Table("l").row(cell(text, console::faint)).print(console);
    }
}
