package io.csm.app.imports;

/**
 * What became of the rows of a file.
 *
 * @param file its name
 * @param target what its rows were taken for
 * @param read how many rows there are
 * @param stored how many said something new
 * @param unchanged how many said what was known
 * @param leftOut how many the mapping does not want
 * @param refused how many broke a rule
 */
public record FileReport(
        String file, Target target, long read, long stored, long unchanged, long leftOut, long refused) {}
